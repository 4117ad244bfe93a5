# Database instances and clusters, encrypted or not. AWS keeps the passwords.

provider "aws" {
  region                      = "eu-central-1"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_region_validation      = true
  skip_requesting_account_id  = true
}

resource "aws_kms_key" "databases" {
  enable_key_rotation = true
}

resource "aws_db_instance" "encrypted" {
  identifier                  = "encrypted"
  engine                      = "postgres"
  instance_class              = "db.t4g.micro"
  allocated_storage           = 20
  username                    = "app"
  manage_master_user_password = true
  storage_encrypted           = true
  kms_key_id                  = aws_kms_key.databases.arn
  skip_final_snapshot         = true
}

resource "aws_db_instance" "plain" {
  identifier                  = "plain"
  engine                      = "mysql"
  instance_class              = "db.t4g.micro"
  allocated_storage           = 20
  username                    = "app"
  manage_master_user_password = true
  storage_encrypted           = false
  skip_final_snapshot         = true
}

resource "aws_db_instance" "silent" {
  identifier                  = "silent"
  engine                      = "mysql"
  instance_class              = "db.t4g.micro"
  allocated_storage           = 20
  username                    = "app"
  manage_master_user_password = true
  publicly_accessible         = true
  skip_final_snapshot         = true
}

resource "aws_rds_cluster" "encrypted" {
  cluster_identifier          = "aurora-encrypted"
  engine                      = "aurora-postgresql"
  master_username             = "app"
  manage_master_user_password = true
  storage_encrypted           = true
  skip_final_snapshot         = true
}

resource "aws_rds_cluster" "plain" {
  cluster_identifier          = "aurora-plain"
  engine                      = "aurora-postgresql"
  master_username             = "app"
  manage_master_user_password = true
  skip_final_snapshot         = true
}

# An instance of a cluster says nothing about encryption itself.
resource "aws_rds_cluster_instance" "plain" {
  identifier         = "aurora-plain-1"
  cluster_identifier = aws_rds_cluster.plain.id
  engine             = aws_rds_cluster.plain.engine
  instance_class     = "db.t4g.medium"
}
