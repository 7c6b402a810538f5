// A practice that changes while it is served: real files, real edits, chats in the middle of their
// flow. Whatever staff do to the folder, nobody is dropped, and no half-written practice is served.
#include <signal.h>
#include <sys/stat.h>

#include <filesystem>

#include "bot/understanding/shipped_examples.h"
#include "tests/bot/server_support.h"

namespace anteroom::bot {
namespace {

namespace fs = std::filesystem;

// A copy of the small clinic that is served, and one panel that is asked for the service.
struct Clinic {
  Clinic() : Clinic(kSmall) {}
  explicit Clinic(const std::string& practice, const std::string& folder_name = "clinic") {
    path = folder.file(folder_name);
    fs::copy(practice, path, fs::copy_options::recursive);
    server = std::make_unique<ServerProcess>(folder, std::vector<std::string>{}, path);
    version = served();
  }

  std::string served() const { return server->readiness(200)["practice"]["version"]; }

  void edit(const std::string& file, const std::string& old_words, const std::string& new_words) {
    std::string text = testing::read_file(path + "/" + file);
    const std::size_t at = text.find(old_words);
    INFO(file << ": " << old_words);
    REQUIRE(at != std::string::npos);
    text.replace(at, old_words.size(), new_words);
    folder.write(fs::relative(path, folder.path()).string() + "/" + file, text);
  }
  void wait_for_change() {
    REQUIRE(server->says_again("practice_changed", ++changes));
    const std::string now = served();
    CHECK(now != version);
    version = now;
  }
  void wait_for_refusal() {
    REQUIRE(server->says_again("practice_refused", ++refusals));
    CHECK(served() == version);
  }

  const TemporaryFolder folder;
  std::string path;
  std::unique_ptr<ServerProcess> server;
  std::string version;
  std::size_t changes = 0, refusals = 0;
};

const std::string kFlow = "flows/visit.yaml";

// Whether an answer's last words are these.
void asks(const Answer& answer, const std::string& question) {
  const std::string text = answer.replies.back()["text"];
  INFO(text);
  CHECK(text.ends_with(question));
}

}  // namespace

TEST_CASE("a live chat goes on when a question is added before and behind where it is") {
  Clinic clinic;
  Panel panel(*clinic.server);
  asks(panel.choose("m1", "imaging"), "How soon?");
  clinic.edit("fields.yaml", "  phone:",
              "  zip: {kind: zip, question: \"What is your ZIP code?\"}\n"
              "  name: {kind: name, scope: person, question: \"What is your name?\"}\n  phone:");
  clinic.edit(kFlow, "  - ask: service", "  - ask: zip\n  - ask: service");
  clinic.edit(kFlow, "  - ask: phone", "  - ask: name\n  - ask: phone");
  clinic.wait_for_change();

  const Answer next = panel.say("m2", "this month");  // answers the question that was asked
  asks(next, "What is your ZIP code?");
  asks(panel.say("m3", "94606"), "What is your name?");
  asks(panel.say("m4", "Ana Lopez"), "Which number reaches you?");
}

TEST_CASE("a live chat goes on when the question it was asked is removed, and others reordered") {
  Clinic clinic;
  Panel removed(*clinic.server), reordered(*clinic.server);
  asks(removed.choose("m1", "imaging"), "How soon?");
  clinic.edit(kFlow, "  - ask: urgency\n    when: {service: imaging}\n", "");
  clinic.wait_for_change();
  asks(removed.say("m2", "this month"), "Which number reaches you?");

  clinic.edit(kFlow, "  - ask: service\n    then: offer_person\n", "");
  clinic.edit(kFlow, "  - consent: text_messages",
              "  - ask: service\n    then: offer_person\n  - consent: text_messages");
  clinic.wait_for_change();
  asks(reordered.choose("m1", "dental"), "Which number reaches you?");
  // What it said is kept, though it is asked later now.
  CHECK(
      reordered.say("m2", "510-555-0142").replies[0]["text"].get<std::string>().find("text you") !=
      std::string::npos);
}

TEST_CASE("a live chat goes on when a choice is renamed under it") {
  Clinic clinic;
  Panel before(*clinic.server), after(*clinic.server);
  before.choose("m1", "dental");
  clinic.edit("practice.yaml", "  dental: {label: Dental care}",
              "  teeth: {label: Teeth, formerly: [dental]}");
  clinic.edit("practice.yaml", "services: [imaging, dental]", "services: [imaging, teeth]");
  clinic.wait_for_change();
  // The fact is carried over to the new name.
  CHECK(before.say("m2", "510-555-0142").replies[0]["text"].get<std::string>().find("text you") !=
        std::string::npos);
  // A button that was shown before the change still means what it said.
  asks(after.choose("m1", "dental"), "Which number reaches you?");
}

TEST_CASE("a practice that would understand less is refused, and says what it loses") {
  Clinic clinic;
  std::string yaml = "topics:\n";
  for (const auto& [topic, taken_from] :
       {std::pair{"complaint", "scheduling"}, {"human", "pricing"}}) {
    nlohmann::json wrong = nlohmann::json::array();
    for (const auto& example : understanding::topic_examples("en")) {
      if (example.label == taken_from && wrong.size() < 900) wrong.push_back(example.text);
    }
    yaml += std::string("  ") + topic + ":\n    examples:\n      en: " + wrong.dump() + "\n";
  }
  clinic.folder.write("clinic/understanding.yaml", yaml);
  clinic.wait_for_refusal();
  CHECK(clinic.server->says_again("what is recognised falls", 1));
}

TEST_CASE("a live chat goes on when its flow is removed") {
  Clinic clinic;
  Panel panel(*clinic.server);
  panel.choose("m1", "dental");
  clinic.folder.write("clinic/flows/request.yaml",
                      "flow: request\nlabel: A request\nitems:\n  - ask: service\n"
                      "    then: offer_person\n  - ask: urgency\n    then: offer_person\n"
                      "  - hand_off: front_desk\n    needs: [service]\n");
  fs::remove(clinic.path + "/" + kFlow);
  clinic.edit("practice.yaml", "default_flow: visit", "default_flow: request");
  clinic.wait_for_change();
  asks(panel.say("m2", "hello"), "How soon?");  // the service is known
}

TEST_CASE(
    "a broken edit is refused with every reason, and the old practice goes on until it is mended") {
  Clinic clinic;
  Panel panel(*clinic.server);
  clinic.edit(kFlow, "ask: urgency", "ask: urgencyy");
  clinic.edit("scoring.yaml", "points: 30", "points: many");
  clinic.wait_for_refusal();
  CHECK(clinic.server->says("visit.yaml:7:"));
  CHECK(clinic.server->says("scoring.yaml:7:"));
  CHECK(clinic.server->readiness(200)["practice"]["refused"].get<int>() >= 2);
  asks(panel.choose("m1", "imaging"), "How soon?");

  clinic.edit("scoring.yaml", "points: many", "points: 30");
  clinic.wait_for_refusal();  // one mistake is left
  clinic.edit(kFlow, "ask: urgencyy", "ask: urgency");
  clinic.edit("fields.yaml", "Which number reaches you?", "Which number is best?");
  clinic.wait_for_change();
  CHECK(clinic.server->readiness(200)["practice"]["refused"] == 0);
  asks(panel.say("m2", "this month"), "Which number is best?");
}

TEST_CASE("the same files again are no change, and SIGHUP asks at once") {
  Clinic clinic;
  clinic.edit(kFlow, "ask: urgency", "ask: urgencyy");
  clinic.wait_for_refusal();
  clinic.edit(kFlow, "ask: urgencyy", "ask: urgency");
  CHECK(clinic.server->says("practice_unchanged"));
  CHECK(clinic.server->readiness(200)["practice"]["refused"] == 0);
  clinic.server->signal(SIGHUP);
  CHECK(clinic.server->says_again("practice_unchanged", 2));
  CHECK(clinic.served() == clinic.version);
}

TEST_CASE(
    "a practice that is swapped by a link, or renamed into place, is noticed; a folder that is "
    "gone is refused") {
  const TemporaryFolder versions;
  for (const char* name : {"/one", "/two"})
    fs::copy(kSmall, versions.path() + name, fs::copy_options::recursive);
  std::string fields = testing::read_file(versions.file("two/fields.yaml"));
  fields.replace(fields.find("How soon?"), 9, "And when?");
  versions.write("two/fields.yaml", fields);
  const std::string link = versions.file("served");
  fs::create_directory_symlink("one", link);

  const TemporaryFolder folder;
  ServerProcess server(folder, {}, link);
  Panel panel(server);
  fs::create_directory_symlink("two", link + ".new");
  fs::rename(link + ".new", link);
  REQUIRE(server.says_again("practice_changed", 1));
  asks(panel.choose("m1", "imaging"), "And when?");

  fs::rename(versions.file("two"), versions.file("gone"));
  REQUIRE(server.says_again("practice_refused", 1));
  asks(panel.say("m2", "today"), "Which number reaches you?");
  fields.replace(fields.find("And when?"), 9, "Say when.");
  versions.write("gone/fields.yaml.new", fields);
  fs::rename(versions.file("gone/fields.yaml.new"), versions.file("gone/fields.yaml"));
  fs::rename(versions.file("gone"), versions.file("two"));
  REQUIRE(server.says_again("practice_changed", 2));
  asks(Panel(server).choose("m1", "imaging"), "Say when.");
}

TEST_CASE("a panel that is open learns the practice's new words with its next answer") {
  Clinic clinic;
  Panel panel(*clinic.server);
  CHECK(panel.welcome["practice"]["name"] == "Hillside Clinic");
  clinic.edit("practice.yaml", "name: Hillside Clinic", "name: Valley Clinic");
  clinic.wait_for_change();
  panel.choose("m1", "dental");
  const json again = panel.client().frame("welcome");
  CHECK(again["practice"]["name"] == "Valley Clinic");
  CHECK(again["conversation"] == panel.welcome["conversation"]);
  CHECK(again["history"].empty());
}

}  // namespace anteroom::bot
