// The fixed texts of red flags: what to do now, and nothing else - no diagnosis, no reassurance, no
// question. Numbers: 911; 988 Suicide & Crisis Lifeline; Poison Help 1-800-222-1222; National
// Domestic Violence Hotline 1-800-799-7233.
#include "bot/understanding/red_flags.h"

namespace anteroom::understanding {
namespace {

struct Row {
  std::string_view group;
  std::string_view english;
  std::string_view spanish;
};

constexpr std::string_view kCallEnglish =
    "This could be an emergency. Please call 911 now, or go to the nearest emergency room. This "
    "chat is not watched for emergencies.";
constexpr std::string_view kCallSpanish =
    "Esto podría ser una emergencia. Llame al 911 ahora o vaya a la sala de emergencias más "
    "cercana. Nadie atiende emergencias en este chat.";

constexpr Row kTexts[] = {
    {"self_harm",
     "You matter, and you do not have to be alone with this. If you or someone else is in danger "
     "right now, call 911. Please call or text 988 now, the Suicide & Crisis Lifeline, or chat at "
     "988lifeline.org: free, day and night. This chat is not watched for emergencies.",
     "Usted importa y no tiene que pasar por esto a solas. Si usted u otra persona está en peligro "
     "en este momento, llame al 911. Llame o envíe un mensaje de texto al 988 ahora, la Línea de "
     "Prevención del Suicidio y Crisis, o escriba en 988lifeline.org: es gratis, de día y de "
     "noche. Nadie atiende emergencias en este chat."},
    {"poison",
     "If the person has collapsed, has a seizure, has trouble breathing or cannot be woken, call "
     "911 now. Otherwise call Poison Help now at 1-800-222-1222: free, day and night, even if all "
     "seems well. This chat is not watched for emergencies.",
     "Si la persona se desmayó, convulsiona, respira mal o no despierta, llame al 911 ahora. Si "
     "no, "
     "llame ahora a Poison Help (control de envenenamiento) al 1-800-222-1222: es gratis, de día y "
     "de noche, aunque todo parezca bien. Nadie atiende emergencias en este chat."},
    {"abuse",
     "Your safety comes first. If anyone is in danger now, call 911. You can talk with someone at "
     "the National Domestic Violence Hotline, 1-800-799-7233, "
     "day and night. This chat is not watched for emergencies.",
     "Su seguridad es lo primero. Si alguien está en peligro ahora, llame al 911. Puede hablar con "
     "alguien en la Línea Nacional contra la Violencia Doméstica, 1-800-799-7233, de "
     "día y de noche. Nadie atiende emergencias en este chat."},
    {"anaphylaxis",
     "This could be an emergency. If you have an epinephrine pen, use it as you were shown, and "
     "call 911 now either way. This chat is not watched for emergencies.",
     "Esto podría ser una emergencia. Si tiene una pluma de epinefrina, úsela como le enseñaron y "
     "llame al 911 ahora de todas formas. Nadie atiende emergencias en este chat."},
};

}  // namespace

std::string red_flag_text(std::string_view group, std::string_view language) {
  std::string_view english = kCallEnglish, spanish = kCallSpanish;
  for (const Row& row : kTexts) {
    if (row.group != group) continue;
    english = row.english;
    spanish = row.spanish;
  }
  if (language == "en") return std::string(english);
  if (language == "es") return std::string(spanish);
  return std::string(english) + "\n" + std::string(spanish);
}

}  // namespace anteroom::understanding
