variable "key" {}
output "k" { value = var.key }
resource "aws_sns_topic" "t" { kms_master_key_id = var.key }
