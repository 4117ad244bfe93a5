// The ten checks by hand, over one resource at a time, with the joins kept aside.
#pragma once

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace floor_checks {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;
using std::string_view;

/// Passes and failures of one rule.
struct Count {
  uint64_t pass = 0, fail = 0;
  void add(bool holds) { holds ? pass++ : fail++; }
};

/// Seconds since 1970 of a text like 2026-01-01T00:00:00Z.
inline int64_t seconds(string_view t) {
  auto digits = [&](size_t at, size_t n) {
    int64_t value = 0;
    for (size_t i = at; i < at + n; i++) value = value * 10 + (t[i] - '0');
    return value;
  };
  int64_t y = digits(0, 4), m = digits(5, 2), d = digits(8, 2);
  y -= m <= 2;
  int64_t era = y / 400, yoe = y - era * 400;
  int64_t doy = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
  int64_t doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
  int64_t days = era * 146097 + doe - 719468;
  return days * 86400 + digits(11, 2) * 3600 + digits(14, 2) * 60 + digits(17, 2);
}

inline string_view text(element e) {
  string_view s;
  return e.get(s) == simdjson::SUCCESS ? s : string_view();
}

inline string_view text(object o, string_view key) {
  string_view s;
  return o[key].get(s) == simdjson::SUCCESS ? s : string_view();
}

inline bool truth(object o, string_view key) {
  bool b = false;
  (void)o[key].get(b);
  return b;
}

/// Whether a text like "22", "20..25" or "22, 80..443" holds the port.
inline bool holds(string_view ports, int port) {
  size_t i = 0;
  while (i < ports.size()) {
    auto number = [&] {
      int value = 0;
      while (i < ports.size() && ports[i] >= '0' && ports[i] <= '9') value = value * 10 + (ports[i++] - '0');
      return value;
    };
    int low = number(), high = low;
    if (i + 1 < ports.size() && ports[i] == '.' && ports[i + 1] == '.') i += 2, high = number();
    if (low <= port && port <= high) return true;
    while (i < ports.size() && (ports[i] == ',' || ports[i] == ' ')) i++;
  }
  return false;
}

/// Whether one of the blocks is all of IPv4 (bit 0) or of IPv6 (bit 1).
inline int world(object entry) {
  int found = 0;
  array blocks;
  if (entry["addresses"].get(blocks)) return 0;
  for (element block : blocks) {
    string_view s = text(block);
    if (s == "0.0.0.0/0") found |= 1;
    if (s == "::/0") found |= 2;
  }
  return found;
}

inline bool any_protocol_or_tcp(string_view p) { return p == "-1" || p == "tcp"; }

/// Whether a value is the text, or a list that holds it.
inline bool is_or_holds(element e, string_view wanted, string_view other = {}) {
  string_view s;
  if (!e.get(s)) return s == wanted || (!other.empty() && s == other);
  array list;
  if (e.get(list)) return false;
  for (element item : list)
    if (text(item) == wanted || (!other.empty() && text(item) == other)) return true;
  return false;
}

/// All state of a run.
class Checks {
 public:
  explicit Checks(int64_t now) : now_(now) {}

  void resource(element e) {
    object o;
    if (e.get(o)) return;
    string_view type = text(o, "type");
    object a;
    if (o["attributes"].get(a)) return;
    if (type == "aws.iam.AccessKey") {
      if (text(a, "status") == "Active")
        keys.add(now_ - seconds(text(a, "created_at")) <= 90 * 86400);
    } else if (type == "aws.iam.User") {
      if (truth(a, "has_console_password")) mfa.add(truth(a, "has_mfa"));
    } else if (type == "aws.s3.Bucket") {
      http.add(denies_http(a));
      encrypted.add(!text(a, "default_encryption").empty());
    } else if (type == "aws.ec2.SecurityGroup") {
      groups.add(!group_open(a));
    } else if (type == "aws.ec2.NetworkAcl") {
      acls.add(!acl_open(a));
    } else if (type == "aws.kms.Key") {
      if (text(a, "manager") == "CUSTOMER" && text(a, "spec") == "SYMMETRIC_DEFAULT" &&
          text(a, "origin") == "AWS_KMS" && text(a, "state") == "Enabled")
        kms.add(truth(a, "rotates"));
    } else if (type == "aws.rds.Instance") {
      databases.add(truth(a, "storage_encrypted"));
    } else if (type == "aws.ec2.Volume") {
      volumes.add(truth(a, "encrypted"));
    } else if (type == "benchmark.Network") {
      networks_.emplace_back(text(a, "id"));
    } else if (type == "benchmark.FlowLog") {
      if (truth(a, "is_active")) logged_.emplace(text(a, "network"));
    } else if (type == "aws.Account") {
      accounts_.emplace_back(text(o, "account"));
    } else if (type == "aws.cloudtrail.Trail") {
      if (truth(a, "is_multi_region") && truth(a, "is_logging")) trailed_.emplace(text(o, "account"));
    }
  }

  void report() {
    for (auto& id : networks_) flow.add(logged_.count(id) > 0);
    for (auto& id : accounts_) trails.add(trailed_.count(id) > 0);
    auto print = [](const char* name, Count c) {
      std::printf("%s pass %llu fail %llu\n", name, (unsigned long long)c.pass, (unsigned long long)c.fail);
    };
    print("access_keys_are_young", keys);
    print("accounts_record_every_region", trails);
    print("acls_close_admin_ports", acls);
    print("buckets_are_encrypted", encrypted);
    print("buckets_deny_plain_http", http);
    print("console_users_have_mfa", mfa);
    print("customer_keys_rotate", kms);
    print("databases_are_encrypted", databases);
    print("groups_close_admin_ports", groups);
    print("networks_log_their_flow", flow);
    print("volumes_are_encrypted", volumes);
  }

 private:
  bool denies_http(object a) {
    string_view policy = text(a, "policy");
    if (policy.empty()) return false;
    name_.assign("arn:aws:s3:::").append(text(a, "name")).append("/*");
    element document;
    // Padding is copied, as the texts lie inside of a larger buffer that others read.
    if (parser_.parse(policy.data(), policy.size(), true).get(document)) return false;
    element statements;
    if (document["Statement"].get(statements)) return false;
    array list;
    if (statements.get(list)) return statement_denies(statements);
    for (element statement : list)
      if (statement_denies(statement)) return true;
    return false;
  }

  bool statement_denies(element e) {
    object s;
    if (e.get(s) || text(s, "Effect") != "Deny") return false;
    element principal, action, resource;
    if (s["Principal"].get(principal) || s["Action"].get(action) || s["Resource"].get(resource)) return false;
    element aws;
    bool everybody = is_or_holds(principal, "*") || (!principal["AWS"].get(aws) && is_or_holds(aws, "*"));
    if (!everybody || !is_or_holds(action, "s3:*", "*") || !is_or_holds(resource, name_, "*")) return false;
    element secure;
    return !s.at_pointer("/Condition/Bool/aws:SecureTransport").get(secure) && is_or_holds(secure, "false");
  }

  static bool group_open(object a) {
    array list;
    if (a["ingress"].get(list)) return false;
    for (element e : list) {
      object p;
      if (e.get(p) || !any_protocol_or_tcp(text(p, "protocol")) || !world(p)) continue;
      string_view ports = text(p, "ports");
      if (holds(ports, 22) || holds(ports, 3389)) return true;
    }
    return false;
  }

  struct Entry {
    int64_t number;
    bool allows;
    int world;
    bool ports[2];
  };

  static bool acl_open(object a) {
    array list;
    if (a["ingress"].get(list)) return false;
    std::array<Entry, 64> entries;
    size_t count = 0;
    for (element e : list) {
      object p;
      if (e.get(p) || count == entries.size() || !any_protocol_or_tcp(text(p, "protocol"))) continue;
      string_view ports = text(p, "ports");
      Entry entry{0, text(p, "action") == "allow", world(p), {holds(ports, 22), holds(ports, 3389)}};
      (void)p["number"].get(entry.number);
      entries[count++] = entry;
    }
    std::sort(entries.begin(), entries.begin() + count,
              [](const Entry& l, const Entry& r) { return l.number < r.number; });
    for (int port = 0; port < 2; port++)
      for (int family = 1; family <= 2; family++)
        for (size_t i = 0; i < count; i++) {
          if (!(entries[i].world & family) || !entries[i].ports[port]) continue;
          if (entries[i].allows) return true;
          break;
        }
    return false;
  }

  int64_t now_;
  Count keys, mfa, http, encrypted, groups, acls, kms, databases, volumes, flow, trails;
  std::vector<std::string> networks_, accounts_;
  std::unordered_set<std::string> logged_, trailed_;
  std::string name_;
  simdjson::dom::parser parser_;
};

}  // namespace floor_checks
