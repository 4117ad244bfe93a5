# The account in which the company's service runs, in two regions.

module "network_production" {
  source         = "./modules/network"
  providers      = { aws = aws.production }
  address_range  = "10.10.0.0/16"
  log_bucket_arn = aws_s3_bucket.trail.arn
}

module "network_production_us" {
  source         = "./modules/network"
  providers      = { aws = aws.production_us }
  address_range  = "10.11.0.0/16"
  log_bucket_arn = aws_s3_bucket.trail.arn
}

resource "aws_kms_key" "data" {
  provider            = aws.production
  description         = "Encrypts data"
  enable_key_rotation = true
}

# Good: encrypted, in several zones, not public, and patched by itself.
resource "aws_db_instance" "orders" {
  provider                   = aws.production
  identifier                 = "orders"
  engine                     = "postgres"
  instance_class             = "db.t3.medium"
  allocated_storage          = 100
  username                   = "orders"
  password                   = "not-the-real-one"
  storage_encrypted          = true
  kms_key_id                 = aws_kms_key.data.arn
  multi_az                   = true
  publicly_accessible        = false
  auto_minor_version_upgrade = true
  vpc_security_group_ids     = [aws_security_group.orders.id]
}

resource "aws_security_group" "orders" {
  provider = aws.production
  name     = "orders"
  vpc_id   = module.network_production.vpc_id
}

resource "aws_vpc_security_group_ingress_rule" "orders" {
  provider                     = aws.production
  security_group_id            = aws_security_group.orders.id
  referenced_security_group_id = aws_security_group.web.id
  ip_protocol                  = "tcp"
  from_port                    = 5432
  to_port                      = 5432
}

resource "aws_security_group" "web" {
  provider = aws.production
  name     = "web"
  vpc_id   = module.network_production.vpc_id

  ingress {
    protocol         = "tcp"
    from_port        = 443
    to_port          = 443
    cidr_blocks      = ["0.0.0.0/0"]
    ipv6_cidr_blocks = ["::/0"]
  }
}

# Good: the metadata service wants a session token.
resource "aws_instance" "web" {
  provider               = aws.production
  count                  = 2
  ami                    = "ami-0123456789abcdef0"
  instance_type          = "t3.small"
  subnet_id              = module.network_production.subnet_id
  vpc_security_group_ids = [aws_security_group.web.id]

  metadata_options {
    http_tokens = "required"
  }
}

resource "aws_efs_file_system" "shared" {
  provider   = aws.production
  encrypted  = true
  kms_key_id = aws_kms_key.data.arn
}

resource "aws_iam_group" "operators" {
  provider = aws.production
  name     = "operators"
}

resource "aws_iam_group_policy_attachment" "operators" {
  provider   = aws.production
  group      = aws_iam_group.operators.name
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}

resource "aws_iam_user" "kim" {
  provider = aws.production
  name     = "kim"
}

resource "aws_iam_user_group_membership" "kim" {
  provider = aws.production
  user     = aws_iam_user.kim.name
  groups   = [aws_iam_group.operators.name]
}
