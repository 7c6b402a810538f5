// The program under test, as an operator runs it: started, killed without warning, started again on the same port.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const kStartWithin = 20_000;

export class Server {
  constructor(program, practice) {
    this.program = program;
    this.practice = practice;
    this.folder = mkdtempSync(join(tmpdir(), "anteroom_browser_"));
    this.store = `sqlite:${join(this.folder, "test.db")}`;
    this.listen = "127.0.0.1:0";
    this.more = []; // options
  }

  async start() {
    const options = ["serve", this.practice, "--listen", this.listen, "--demo", "--store", this.store, ...this.more];
    this.process = spawn(this.program, options, { stdio: ["ignore", "pipe", "pipe"] });
    this.url = await this.address();
    this.listen = new URL(this.url).host;
  }

  // The address that it prints.
  address() {
    return new Promise((resolve, reject) => {
      let printed = "";
      const timer = setTimeout(
        () => reject(new Error(`no address within ${kStartWithin} ms:\n${printed}`)),
        kStartWithin,
      );
      const hear = (data) => {
        printed += data;
        const found = /http:\/\/[\w.:[\]-]+\//.exec(printed);
        if (!found) return;
        clearTimeout(timer);
        resolve(found[0]);
      };
      this.process.stdout.on("data", hear);
      this.process.stderr.on("data", hear);
      this.process.on("error", reject);
      this.process.on("exit", (code) => reject(new Error(`it ended with ${code}:\n${printed}`)));
    });
  }

  kill = () => this.ends("SIGKILL");
  stop = () => this.ends("SIGTERM");

  async ends(signal) {
    const gone = new Promise((resolve) => this.process.once("exit", resolve));
    this.process.kill(signal);
    await gone;
  }

  // What staff would see.
  handoffs = () => this.asked("handoffs");
  leads = () => this.asked("leads");

  asked(command) {
    const options = [command, "--store", this.store, "--json"];
    const { stdout, stderr, status } = spawnSync(this.program, options, { encoding: "utf8" });
    if (status !== 0) throw new Error(`${command}: ${stderr}`);
    return stdout
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  }

  // How many turns are stored for good.
  turns() {
    const file = this.store.replace(/^sqlite:/, "");
    const { stdout, stderr, status } = spawnSync("sqlite3", ["-readonly", file, "select count(*) from turns"], {
      encoding: "utf8",
    });
    if (status !== 0) throw new Error(`turns: ${stderr}`);
    return Number(stdout);
  }

  async end() {
    if (this.process && this.process.exitCode === null && this.process.signalCode === null) await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
