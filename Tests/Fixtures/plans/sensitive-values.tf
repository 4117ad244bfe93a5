# Values that Terraform marks as sensitive. Their text is in the plan all the same
# and must be in no report.

provider "aws" {
  region                      = "eu-central-1"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_region_validation      = true
  skip_requesting_account_id  = true
}

variable "database_password" {
  type      = string
  sensitive = true
  default   = "not-a-real-password"
}

variable "allowed_range" {
  type      = string
  sensitive = true
  default   = "203.0.113.0/24"
}

resource "aws_db_instance" "main" {
  identifier          = "main"
  engine              = "postgres"
  instance_class      = "db.t4g.micro"
  allocated_storage   = 20
  username            = "app"
  password            = var.database_password
  skip_final_snapshot = true
}

# One element of a list inside a block.
resource "aws_security_group" "main" {
  name = "main"

  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = [var.allowed_range, "198.51.100.0/24"]
  }
}

resource "aws_ssm_parameter" "main" {
  name  = "/main/password"
  type  = "SecureString"
  value = var.database_password
}

# A map with one sensitive value.
resource "aws_s3_bucket" "main" {
  bucket = "sensitive-tags"

  tags = {
    Owner  = "platform"
    Secret = var.database_password
  }
}

output "password" {
  value     = var.database_password
  sensitive = true
}
