# VPCs with and without flow logs.

provider "aws" {
  region                      = "eu-central-1"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_region_validation      = true
  skip_requesting_account_id  = true
}

resource "aws_vpc" "all" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_flow_log" "all" {
  vpc_id               = aws_vpc.all.id
  traffic_type         = "ALL"
  log_destination_type = "s3"
  log_destination      = "arn:aws:s3:::flow-logs"
}

resource "aws_vpc" "reject" {
  cidr_block = "10.1.0.0/16"
}

resource "aws_flow_log" "reject" {
  vpc_id          = aws_vpc.reject.id
  traffic_type    = "REJECT"
  log_destination = "arn:aws:logs:eu-central-1:111122223333:log-group:flow"
  iam_role_arn    = "arn:aws:iam::111122223333:role/flow"
}

# Only what was accepted.
resource "aws_vpc" "accept" {
  cidr_block = "10.2.0.0/16"
}

resource "aws_flow_log" "accept" {
  vpc_id               = aws_vpc.accept.id
  traffic_type         = "ACCEPT"
  log_destination_type = "s3"
  log_destination      = "arn:aws:s3:::flow-logs"
}

# Only one subnet.
resource "aws_vpc" "subnet" {
  cidr_block = "10.3.0.0/16"
}

resource "aws_subnet" "subnet" {
  vpc_id     = aws_vpc.subnet.id
  cidr_block = "10.3.0.0/24"
}

resource "aws_flow_log" "subnet" {
  subnet_id            = aws_subnet.subnet.id
  traffic_type         = "ALL"
  log_destination_type = "s3"
  log_destination      = "arn:aws:s3:::flow-logs"
}

resource "aws_vpc" "none" {
  cidr_block = "10.4.0.0/16"
}

# A VPC that this plan does not contain.
resource "aws_flow_log" "elsewhere" {
  vpc_id               = "vpc-0123456789abcdef0"
  traffic_type         = "ALL"
  log_destination_type = "s3"
  log_destination      = "arn:aws:s3:::flow-logs"
}

# The VPC that AWS made.
resource "aws_default_vpc" "main" {
}
