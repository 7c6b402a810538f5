// The program under test, as an operator runs it: started, killed without warning, started again on the same port.
import { execFile, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { kPatience } from "./patience.mjs";

const run = promisify(execFile);

// An address of this machine that hardly another program listens at: the port of a server that is away is nobody else's meanwhile.
const ownAddress = () => `127.${[1, 2, 3].map(() => 1 + Math.floor(Math.random() * 250)).join(".")}`;

export class Server {
  constructor(program, practice) {
    this.program = program;
    this.practice = practice;
    this.folder = mkdtempSync(join(tmpdir(), "anteroom_browser_"));
    this.store = `sqlite:${join(this.folder, "test.db")}`;
    this.listen = `${ownAddress()}:0`;
    this.more = []; // options
  }

  async start() {
    const options = ["serve", this.practice, "--listen", this.listen, "--demo", "--store", this.store, ...this.more];
    this.process = spawn(this.program, options, { stdio: ["ignore", "pipe", "pipe"] });
    this.gone = new Promise((resolve) => this.process.once("exit", resolve));
    this.url = await this.address();
    this.listen = new URL(this.url).host;
  }

  // The address that it prints.
  address() {
    return new Promise((resolve, reject) => {
      let printed = "";
      const timer = setTimeout(
        () => reject(new Error(`no address within ${kPatience} ms:\n${printed}`)),
        kPatience,
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
    this.process.kill(signal);
    await this.gone;
  }

  // What staff would see.
  handoffs = () => this.asked("handoffs");
  leads = () => this.asked("leads");

  async asked(command) {
    const { stdout } = await run(this.program, [command, "--store", this.store, "--json"]);
    return stdout
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  }

  // How many turns are stored for good.
  async turns() {
    const file = this.store.replace(/^sqlite:/, "");
    const { stdout } = await run("sqlite3", ["-readonly", file, "select count(*) from turns"]);
    return Number(stdout);
  }

  async end() {
    if (this.process && this.process.exitCode === null && this.process.signalCode === null) await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
