#include "channels/web/routes.h"

namespace anteroom::web {
namespace {

// Of two equal directives browsers take the first: what the route gives stands before what we add.
std::string content_security_policy(const PagePolicy& policy) {
  return policy.content + "; base-uri 'none'; form-action 'none'; frame-ancestors " +
         policy.frame_ancestors + "; require-trusted-types-for 'script'; trusted-types " +
         policy.trusted_types;
}

}  // namespace

std::vector<Header> security_headers(const PagePolicy& policy) {
  std::vector<Header> headers = {
      {"Content-Security-Policy", content_security_policy(policy)},
      {"X-Content-Type-Options", "nosniff"},
      {"Referrer-Policy", "no-referrer"},
      {"Permissions-Policy", "camera=(), geolocation=(), microphone=()"},
      {"Cross-Origin-Opener-Policy", "same-origin"},
      {"Cross-Origin-Embedder-Policy", "require-corp"},
      {"Cross-Origin-Resource-Policy", policy.cross_origin_resource},
  };
  // X-Frame-Options cannot name origins; where the policy does, frame-ancestors alone speaks.
  if (policy.frame_ancestors == "'none'") headers.push_back({"X-Frame-Options", "DENY"});
  if (policy.frame_ancestors == "'self'") headers.push_back({"X-Frame-Options", "SAMEORIGIN"});
  return headers;
}

}  // namespace anteroom::web
