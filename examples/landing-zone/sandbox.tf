# The account in which people try things. Nearly everything here is bad.

# Bad: no flow log, and its default security group stays open.
resource "aws_vpc" "play" {
  provider   = aws.sandbox
  cidr_block = "10.99.0.0/16"
}

# Bad: the administration ports are open to all of IPv6, and to IPv4 in two halves.
resource "aws_security_group" "anything" {
  provider = aws.sandbox
  name     = "anything"
  vpc_id   = aws_vpc.play.id

  ingress {
    protocol         = "-1"
    from_port        = 0
    to_port          = 0
    ipv6_cidr_blocks = ["::/0"]
  }

  ingress {
    protocol    = "tcp"
    from_port   = 20
    to_port     = 25
    cidr_blocks = ["0.0.0.0/1", "128.0.0.0/1"]
  }
}

# Bad: rule 90 keeps out one network only before rule 100 lets everybody in.
resource "aws_network_acl" "play" {
  provider = aws.sandbox
  vpc_id   = aws_vpc.play.id

  ingress {
    rule_no    = 90
    action     = "deny"
    protocol   = "tcp"
    from_port  = 22
    to_port    = 22
    cidr_block = "203.0.113.0/24"
  }

  ingress {
    rule_no    = 100
    action     = "allow"
    protocol   = "-1"
    from_port  = 0
    to_port    = 0
    cidr_block = "0.0.0.0/0"
  }
}

# Bad: open to the internet, not encrypted, in one zone, never patched.
resource "aws_db_instance" "experiment" {
  provider                   = aws.sandbox
  identifier                 = "experiment"
  engine                     = "mysql"
  instance_class             = "db.t3.micro"
  allocated_storage          = 20
  username                   = "root"
  password                   = "not-the-real-one"
  publicly_accessible        = true
  auto_minor_version_upgrade = false
}

resource "aws_efs_file_system" "scratch" {
  provider  = aws.sandbox
  encrypted = false
}

# Bad: a key that is never rotated.
resource "aws_kms_key" "experiment" {
  provider            = aws.sandbox
  enable_key_rotation = false
}

# Bad: anybody may read it, and over plain HTTP.
resource "aws_s3_bucket" "share" {
  provider = aws.sandbox
  bucket   = "example-share"
}

resource "aws_s3_bucket_policy" "share" {
  provider = aws.sandbox
  bucket   = aws_s3_bucket.share.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "s3:GetObject"
      Resource  = "arn:aws:s3:::example-share/*"
    }]
  })
}

# Bad: everything on everything, said in two statements, and attached to a person.
resource "aws_iam_policy" "everything" {
  provider = aws.sandbox
  name     = "everything"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = "iam:*", Resource = "*" },
      { Effect = "Allow", NotAction = "iam:*", Resource = "*" },
    ]
  })
}

resource "aws_iam_user" "robin" {
  provider = aws.sandbox
  name     = "robin"
}

resource "aws_iam_user_policy_attachment" "robin" {
  provider   = aws.sandbox
  user       = aws_iam_user.robin.name
  policy_arn = aws_iam_policy.everything.arn
}

# Bad: two keys for one person.
resource "aws_iam_access_key" "robin" {
  provider = aws.sandbox
  count    = 2
  user     = aws_iam_user.robin.name
}

# Bad: the metadata service answers anybody.
resource "aws_instance" "try" {
  provider      = aws.sandbox
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"

  metadata_options {
    http_tokens = "optional"
  }
}
