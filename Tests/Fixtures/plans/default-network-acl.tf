# The default network ACL of a VPC is adopted through an attribute of the VPC.

provider "aws" {
  region                      = "eu-central-1"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_region_validation      = true
  skip_requesting_account_id  = true
}

resource "aws_vpc" "closed" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_default_network_acl" "closed" {
  default_network_acl_id = aws_vpc.closed.default_network_acl_id
}

resource "aws_vpc" "open" {
  cidr_block = "10.1.0.0/16"
}

resource "aws_default_network_acl" "open" {
  default_network_acl_id = aws_vpc.open.default_network_acl_id

  ingress {
    rule_no    = 100
    action     = "allow"
    protocol   = "-1"
    from_port  = 0
    to_port    = 0
    cidr_block = "0.0.0.0/0"
  }
}

# Keeps the entries that AWS gives, which allow everything.
resource "aws_vpc" "forgotten" {
  cidr_block = "10.2.0.0/16"
}
