// npm's node-nlp on the task of Anteroom's topic classifier: it learns from labelled JSON Lines ({"text","label"}) and
// is judged by others. Prints one JSON object. Everything is as node-nlp comes, but for its log and the file it would
// save: its neural classifier (at most 20,000 rounds), its stemmer of the language, stopwords kept, no "None" feature.
// In its favour only its classifier is timed, not the entities and the sentiment that its process() looks for as well.
//   node evaluate.mjs --train FILE --test FILE [--language en] [--out-of-scope off_topic]
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import nodeNlp from "node-nlp";

const { values } = parseArgs({
  options: {
    train: { type: "string" },
    test: { type: "string" },
    language: { type: "string", default: "en" },
    "out-of-scope": { type: "string", default: "off_topic" },
  },
});

const kSeed = 20261121;

function readExamples(option) {
  if (!values[option]) throw new Error(`--${option} FILE is needed`);
  const lines = readFileSync(values[option], "utf8").split("\n");
  return lines.filter((line) => line.trim()).map((line) => JSON.parse(line));
}

// Its learner depends on the order of the texts: sorted by label, as files are, would cost it dearly.
function shuffled(examples) {
  let state = kSeed;
  const below = (end) => {
    // xorshift32
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % end;
  };
  const mixed = [...examples];
  for (let i = mixed.length - 1; i > 0; --i) {
    const j = below(i + 1);
    [mixed[i], mixed[j]] = [mixed[j], mixed[i]];
  }
  return mixed;
}

function makeManager() {
  const manager = new nodeNlp.NlpManager({
    languages: [values.language],
    nlu: { log: false },
    autoSave: false,
    autoLoad: false,
  });
  const silent = () => {};
  const levels = ["trace", "debug", "info", "log", "warn", "error", "fatal"];
  manager.container.register("logger", Object.fromEntries(levels.map((level) => [level, silent])));
  return manager;
}

const milliseconds = (begin) => performance.now() - begin;

async function train(manager, examples) {
  const begin = performance.now();
  for (const { text, label } of examples) manager.addDocument(values.language, text, label);
  await manager.train();
  return milliseconds(begin) / 1000;
}

// The best label in scope, none rejected; undefined where no such label has a score at all.
function bestInScope(classifications) {
  const inScope = ({ intent, score }) => intent !== values["out-of-scope"] && intent !== "None" && score > 0;
  return classifications.filter(inScope).sort((a, b) => b.score - a.score)[0]?.intent;
}

// One text at a time, from its words to its label.
async function judge(manager, examples) {
  const microseconds = [];
  let inScope = 0;
  let right = 0;
  for (const { text, label } of examples) {
    const begin = performance.now();
    const { classifications } = await manager.classify(values.language, text);
    const best = bestInScope(classifications);
    microseconds.push(milliseconds(begin) * 1000);
    if (label === values["out-of-scope"]) continue;
    ++inScope;
    right += best === label;
  }
  microseconds.sort((a, b) => a - b);
  const percentile = (share) => microseconds[Math.floor(share * microseconds.length)];
  return { accuracy: right / inScope, microseconds_p50: percentile(0.5), microseconds_p99: percentile(0.99) };
}

const learned = shuffled(readExamples("train"));
const tested = readExamples("test");
const manager = makeManager();
const train_seconds = await train(manager, learned);
await judge(manager, learned); // so that its code is compiled
console.log(JSON.stringify({ ...(await judge(manager, tested)), train_seconds }));
