# The setting of the region, twice, and volumes.

provider "aws" {
  region                      = "eu-central-1"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_region_validation      = true
  skip_requesting_account_id  = true
}

resource "aws_ebs_encryption_by_default" "main" {
  enabled = true
}

resource "aws_ebs_default_kms_key" "main" {
  key_arn = aws_kms_key.volumes.arn
}

resource "aws_kms_key" "volumes" {
  enable_key_rotation = true
}

# Another region, where it is switched off.
provider "aws" {
  alias                       = "north"
  region                      = "eu-north-1"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_region_validation      = true
  skip_requesting_account_id  = true
}

resource "aws_ebs_encryption_by_default" "north" {
  provider = aws.north
  enabled  = false
}

# Silent: encrypted because of the setting above, once applied.
resource "aws_ebs_volume" "silent" {
  availability_zone = "eu-central-1a"
  size              = 8
}

resource "aws_ebs_volume" "encrypted" {
  availability_zone = "eu-central-1a"
  size              = 8
  encrypted         = true
  kms_key_id        = aws_kms_key.volumes.arn
}
