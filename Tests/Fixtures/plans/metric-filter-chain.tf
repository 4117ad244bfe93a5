# Trail, log group, metric filter, alarm, topic, subscription: a chain is as good
# as its weakest link.

provider "aws" {
  region                      = "eu-central-1"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_region_validation      = true
  skip_requesting_account_id  = true
}

resource "aws_cloudtrail" "main" {
  name                       = "main"
  s3_bucket_name             = "trail-bucket"
  is_multi_region_trail      = true
  cloud_watch_logs_group_arn = "${aws_cloudwatch_log_group.trail.arn}:*"
  cloud_watch_logs_role_arn  = "arn:aws:iam::111122223333:role/trail-to-log-group"
}

resource "aws_cloudwatch_log_group" "trail" {
  name = "trail"
}

resource "aws_sns_topic" "security" {
  name = "security"
}

resource "aws_sns_topic_subscription" "security" {
  topic_arn = aws_sns_topic.security.arn
  protocol  = "email"
  endpoint  = "security@example.com"
}

# Complete, in the words of the benchmark.
resource "aws_cloudwatch_log_metric_filter" "vpc_changes" {
  name           = "vpc-changes"
  log_group_name = aws_cloudwatch_log_group.trail.name
  pattern        = "{ ($.eventName = CreateVpc) || ($.eventName = DeleteVpc) || ($.eventName = ModifyVpcAttribute) || ($.eventName = AcceptVpcPeeringConnection) || ($.eventName = CreateVpcPeeringConnection) || ($.eventName = DeleteVpcPeeringConnection) || ($.eventName = RejectVpcPeeringConnection) || ($.eventName = AttachClassicLinkVpc) || ($.eventName = DetachClassicLinkVpc) || ($.eventName = DisableVpcClassicLink) || ($.eventName = EnableVpcClassicLink) }"

  metric_transformation {
    name      = "VpcChanges"
    namespace = "Security"
    value     = "1"
  }
}

resource "aws_cloudwatch_metric_alarm" "vpc_changes" {
  alarm_name          = "vpc-changes"
  namespace           = "Security"
  metric_name         = "VpcChanges"
  statistic           = "Sum"
  period              = 300
  evaluation_periods  = 1
  comparison_operator = "GreaterThanOrEqualToThreshold"
  threshold           = 1
  alarm_actions       = [aws_sns_topic.security.arn]
}

# The same meaning in other words: another order, quotes, no parentheses; the
# alarm takes the names by reference.
resource "aws_cloudwatch_log_metric_filter" "config_changes" {
  name           = "config-changes"
  log_group_name = "trail"
  pattern        = "{ ($.eventName=\"PutConfigurationRecorder\" || $.eventName = PutDeliveryChannel || $.eventName = DeleteDeliveryChannel || $.eventName = StopConfigurationRecorder) && $.eventSource = config.amazonaws.com }"

  metric_transformation {
    name      = "ConfigChanges"
    namespace = "Security"
    value     = "1"
  }
}

resource "aws_cloudwatch_metric_alarm" "config_changes" {
  alarm_name          = "config-changes"
  namespace           = aws_cloudwatch_log_metric_filter.config_changes.metric_transformation[0].namespace
  metric_name         = aws_cloudwatch_log_metric_filter.config_changes.metric_transformation[0].name
  statistic           = "SampleCount"
  period              = 60
  evaluation_periods  = 1
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  alarm_actions       = [aws_sns_topic.security.arn]
}

# The pattern forgets DeleteRoute and ReplaceRoute.
resource "aws_cloudwatch_log_metric_filter" "route_changes" {
  name           = "route-changes"
  log_group_name = aws_cloudwatch_log_group.trail.name
  pattern        = "{ ($.eventName = CreateRoute) || ($.eventName = CreateRouteTable) }"

  metric_transformation {
    name      = "RouteChanges"
    namespace = "Security"
    value     = "1"
  }
}

resource "aws_cloudwatch_metric_alarm" "route_changes" {
  alarm_name          = "route-changes"
  namespace           = "Security"
  metric_name         = "RouteChanges"
  statistic           = "Sum"
  period              = 300
  evaluation_periods  = 1
  comparison_operator = "GreaterThanOrEqualToThreshold"
  threshold           = 1
  alarm_actions       = [aws_sns_topic.security.arn]
}

# An alarm on the right metric name in another namespace.
resource "aws_cloudwatch_log_metric_filter" "root_usage" {
  name           = "root-usage"
  log_group_name = aws_cloudwatch_log_group.trail.name
  pattern        = "{ $.userIdentity.type = \"Root\" && $.userIdentity.invokedBy NOT EXISTS && $.eventType != \"AwsServiceEvent\" }"

  metric_transformation {
    name      = "RootUsage"
    namespace = "Security"
    value     = "1"
  }
}

resource "aws_cloudwatch_metric_alarm" "root_usage" {
  alarm_name          = "root-usage"
  namespace           = "Elsewhere"
  metric_name         = "RootUsage"
  statistic           = "Sum"
  period              = 300
  evaluation_periods  = 1
  comparison_operator = "GreaterThanOrEqualToThreshold"
  threshold           = 1
  alarm_actions       = [aws_sns_topic.security.arn]
}

# An alarm that calls nobody.
resource "aws_cloudwatch_log_metric_filter" "sign_in_failures" {
  name           = "sign-in-failures"
  log_group_name = aws_cloudwatch_log_group.trail.name
  pattern        = "{ ($.eventName = ConsoleLogin) && ($.errorMessage = \"Failed authentication\") }"

  metric_transformation {
    name      = "SignInFailures"
    namespace = "Security"
    value     = "1"
  }
}

resource "aws_cloudwatch_metric_alarm" "sign_in_failures" {
  alarm_name          = "sign-in-failures"
  namespace           = "Security"
  metric_name         = "SignInFailures"
  statistic           = "Sum"
  period              = 300
  evaluation_periods  = 1
  comparison_operator = "GreaterThanOrEqualToThreshold"
  threshold           = 1
  actions_enabled     = false
  alarm_actions       = [aws_sns_topic.security.arn]
}

# A filter that nobody watches, on a log group that is no trail's.
resource "aws_cloudwatch_log_group" "application" {
  name = "application"
}

resource "aws_cloudwatch_log_metric_filter" "key_changes" {
  name           = "key-changes"
  log_group_name = aws_cloudwatch_log_group.application.name
  pattern        = "{ ($.eventSource = kms.amazonaws.com) && (($.eventName = DisableKey) || ($.eventName = ScheduleKeyDeletion)) }"

  metric_transformation {
    name      = "KeyChanges"
    namespace = "Security"
    value     = "1"
  }
}

# A topic without a subscription.
resource "aws_sns_topic" "unheard" {
  name = "unheard"
}

resource "aws_cloudwatch_metric_alarm" "key_changes" {
  alarm_name          = "key-changes"
  namespace           = "Security"
  metric_name         = "KeyChanges"
  statistic           = "Sum"
  period              = 300
  evaluation_periods  = 1
  comparison_operator = "GreaterThanOrEqualToThreshold"
  threshold           = 1
  alarm_actions       = [aws_sns_topic.unheard.arn]
}

# Words, not JSON: a pattern of another kind.
resource "aws_cloudwatch_log_metric_filter" "words" {
  name           = "words"
  log_group_name = aws_cloudwatch_log_group.application.name
  pattern        = "ERROR -timeout"

  metric_transformation {
    name      = "Errors"
    namespace = "Application"
    value     = "1"
  }
}
