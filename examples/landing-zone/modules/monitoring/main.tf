# A metric filter and an alarm for each kind of event that somebody must hear of.

terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

variable "log_group_name" {
  type = string
}

variable "address" {
  type = string
}

locals {
  patterns = {
    unauthorized-calls = "{ ($.errorCode = \"*UnauthorizedOperation\") || ($.errorCode = \"AccessDenied*\") }"
    sign-in-without-mfa = join("", [
      "{ ($.eventName = \"ConsoleLogin\") && ($.additionalEventData.MFAUsed != \"Yes\") ",
      "&& ($.userIdentity.type = \"IAMUser\") && ($.responseElements.ConsoleLogin = \"Success\") }",
    ])
    root-usage            = "{ $.userIdentity.type = \"Root\" && $.userIdentity.invokedBy NOT EXISTS && $.eventType != \"AwsServiceEvent\" }"
    trail-changes         = "{ $.eventName = CreateTrail || $.eventName = UpdateTrail || $.eventName = DeleteTrail || $.eventName = StartLogging || $.eventName = StopLogging }"
    sign-in-failures      = "{ $.eventName = ConsoleLogin && $.errorMessage = \"Failed authentication\" }"
    key-disabling         = "{ $.eventSource = kms.amazonaws.com && ($.eventName = DisableKey || $.eventName = ScheduleKeyDeletion) }"
    bucket-policy-changes = "{ $.eventSource = s3.amazonaws.com && ($.eventName = PutBucketAcl || $.eventName = PutBucketPolicy || $.eventName = PutBucketCors || $.eventName = PutBucketLifecycle || $.eventName = PutBucketReplication || $.eventName = DeleteBucketPolicy || $.eventName = DeleteBucketCors || $.eventName = DeleteBucketLifecycle || $.eventName = DeleteBucketReplication) }"
    # Bad: it hears of a change of a group, and not of its making.
    security-group-changes = "{ $.eventName = AuthorizeSecurityGroupIngress || $.eventName = AuthorizeSecurityGroupEgress || $.eventName = RevokeSecurityGroupIngress || $.eventName = RevokeSecurityGroupEgress }"
    network-acl-changes    = "{ $.eventName = CreateNetworkAcl || $.eventName = CreateNetworkAclEntry || $.eventName = DeleteNetworkAcl || $.eventName = DeleteNetworkAclEntry || $.eventName = ReplaceNetworkAclEntry || $.eventName = ReplaceNetworkAclAssociation }"
    vpc-changes            = "{ $.eventName = CreateVpc || $.eventName = DeleteVpc || $.eventName = ModifyVpcAttribute || $.eventName = AcceptVpcPeeringConnection || $.eventName = CreateVpcPeeringConnection || $.eventName = DeleteVpcPeeringConnection || $.eventName = RejectVpcPeeringConnection || $.eventName = AttachClassicLinkVpc || $.eventName = DetachClassicLinkVpc || $.eventName = DisableVpcClassicLink || $.eventName = EnableVpcClassicLink }"
  }
}

resource "aws_sns_topic" "alarms" {
  name = "security-alarms"
}

resource "aws_sns_topic_subscription" "alarms" {
  topic_arn              = aws_sns_topic.alarms.arn
  protocol               = "https"
  endpoint               = var.address
  endpoint_auto_confirms = true
}

resource "aws_cloudwatch_log_metric_filter" "this" {
  for_each       = local.patterns
  name           = each.key
  log_group_name = var.log_group_name
  pattern        = each.value

  metric_transformation {
    name      = each.key
    namespace = "landing-zone"
    value     = "1"
  }
}

resource "aws_cloudwatch_metric_alarm" "this" {
  for_each            = local.patterns
  alarm_name          = each.key
  namespace           = "landing-zone"
  metric_name         = each.key
  statistic           = "Sum"
  period              = 300
  evaluation_periods  = 1
  comparison_operator = "GreaterThanOrEqualToThreshold"
  threshold           = 1
  alarm_actions       = [aws_sns_topic.alarms.arn]
}
