// The table of what the server serves: method and path pattern -> handler, with the page policy of
// what it returns. The caller fills it before the server starts; after that it does not change.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "channels/web/http.h"

namespace anteroom::web {

// What a browser may do with what a route returns. The defaults allow nothing.
struct PagePolicy {
  // Content-Security-Policy sources, as "default-src 'none'; script-src 'self'". The server adds
  // base-uri, form-action, frame-ancestors and trusted types; a directive given here wins over an
  // added one.
  std::string content = "default-src 'none'";
  std::string frame_ancestors = "'none'";  // who may frame it: "'self' https://www.clinic.example"
  std::string trusted_types = "'none'";    // policy names
  std::string cross_origin_resource =
      "same-origin";  // "cross-origin" for the loader, which clinic pages fetch
};

struct Route {
  std::string method;  // GET also serves HEAD
  std::string
      pattern;  // "/widget.js", "/sms/{gateway}/{number}", "/console/*" (the rest is parameter "*")
  Handler handle;
  PagePolicy policy = {};
};

using PathParameters = std::vector<std::pair<std::string, std::string>>;

class Routes {
 public:
  struct Match {
    int status = 404;  // 200, 400 (a broken path), 404, 405
    const Handler* handle = nullptr;
    const std::vector<Header>* headers = nullptr;  // the security headers of the route
    PathParameters parameters;
    std::string allow;  // with 405: the methods there are
  };

  Routes();
  void add(Route route);
  Match find(std::string_view method, std::string_view path) const;
  // Of responses that belong to no route.
  const std::vector<Header>& strict_headers() const { return x_strict; }

 private:
  struct Row {
    std::string method;
    std::vector<std::string> segments;
    Handler handle;
    std::vector<Header> headers;
  };

  std::vector<Header> x_strict;
  std::vector<Row> x_rows;
};

std::vector<Header> security_headers(const PagePolicy& policy);

}  // namespace anteroom::web
