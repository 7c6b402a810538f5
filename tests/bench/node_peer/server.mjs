// What a skilful team would write in Node for the same walk: ws, better-sqlite3, one process. As durable as Anteroom
// (WAL, synchronous=FULL, replies after the commit, turns that wait together share one commit), with the same rows: one
// for each turn, a snapshot in every eighth. In its favour the flow is as simple as can be: it knows the walk by heart.
//   node server.mjs DATABASE WALK.json
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import Database from 'better-sqlite3'
import { WebSocketServer } from 'ws'

const [databaseFile, walkFile] = process.argv.slice(2)
const walk = JSON.parse(readFileSync(walkFile, 'utf8'))
const kSnapshotEvery = 8

const database = new Database(databaseFile)
database.pragma('journal_mode = WAL')
database.pragma('synchronous = FULL')
database.exec(`
  CREATE TABLE cases (case_no INTEGER PRIMARY KEY, version INTEGER NOT NULL, newest_turn INTEGER NOT NULL);
  CREATE TABLE turns (
    turn_no INTEGER PRIMARY KEY, turn_before INTEGER NOT NULL, case_no INTEGER NOT NULL, version INTEGER NOT NULL,
    at INTEGER NOT NULL, inbound_id TEXT NOT NULL, snapshot TEXT, difference TEXT NOT NULL, transcript TEXT NOT NULL);
  CREATE TABLE look_ups (resume TEXT PRIMARY KEY, case_no INTEGER NOT NULL) WITHOUT ROWID;`)
const addTurn = database.prepare('INSERT INTO turns VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?)')
const setCase = database.prepare('INSERT OR REPLACE INTO cases VALUES (?, ?, ?)')
const addLookUp = database.prepare('INSERT INTO look_ups VALUES (?, ?)')

const newestTurns = []

// All that came in one round of the event loop is one transaction.
let waiting = []
const commitAll = database.transaction(jobs => {
  for (const job of jobs) {
    const [caseNo, version] = job.row
    const { lastInsertRowid } = addTurn.run(newestTurns[caseNo] ?? 0, ...job.row)
    newestTurns[caseNo] = lastInsertRowid
    setCase.run(caseNo, version, lastInsertRowid)
    if (job.resume) addLookUp.run(job.resume, caseNo)
  }
})
function commit(job) {
  if (waiting.push(job) > 1) return
  setImmediate(() => {
    const jobs = waiting
    waiting = []
    commitAll(jobs)
    for (const job of jobs) job.answer()
  })
}

const stepOf = number =>
  number < walk.opening.length ? walk.opening[number] : walk.cycle[(number - walk.opening.length) % walk.cycle.length]

let cases = 0
class Conversation {
  constructor(socket) {
    this.socket = socket
    this.caseNo = ++cases
    this.version = 0
    this.steps = 0
    this.state = { facts: {}, asked: {}, said: [] }
    this.taken = new Set()
    socket.on('message', data => this.hear(JSON.parse(data)))
  }

  send(frame) {
    this.socket.send(JSON.stringify(frame))
  }

  hear(frame) {
    if (frame.type === 'hello') this.open()
    else if (this.taken.has(frame.id)) this.send({ type: 'error', code: 'id_reused', what: 'again', id: frame.id })
    else if (frame.type === 'choose') this.choose(frame)
    else this.store(frame, {}, [], () => this.send({ type: 'accepted', id: frame.id }))
  }

  open() {
    const resume = randomBytes(33).toString('base64url')
    const welcome = { type: 'welcome', conversation: `c_${this.caseNo}`, resume, after: 0, history: [], language: 'en' }
    this.store({ type: 'hello', id: 'open' }, {}, [], () => this.send(welcome), resume)
  }

  // The simplest flow there is: the step that comes next, if the choice is the one it wants.
  choose(frame) {
    const step = stepOf(this.steps)
    if (step.sent.choice !== frame.choice) {
      this.send({ type: 'error', code: 'bad_field', what: 'not on the walk', id: frame.id })
      return
    }
    this.steps++
    const change = { [`fact${this.steps % 10}`]: frame.choice }
    Object.assign(this.state.facts, change)
    const seq = (this.version + 1) * 64
    this.store(frame, change, step.replies, at => {
      this.send({ type: 'accepted', id: frame.id, seq })
      step.replies.forEach((said, i) =>
        this.send({ type: 'reply', seq: seq + 1 + i, in_reply_to: frame.id, from: 'bot', at, ...said }))
    })
  }

  store(inbound, change, replies, answer, resume) {
    const at = new Date()
    this.version++
    this.taken.add(inbound.id)
    const snapshot = this.version % kSnapshotEvery === 1 ? JSON.stringify(this.state) : null
    const difference = snapshot ? '' : JSON.stringify(change)
    const transcript = JSON.stringify({ inbound, replies })
    const row = [this.caseNo, this.version, at.getTime(), inbound.id, snapshot, difference, transcript]
    commit({ row, resume, answer: () => answer(at.toISOString()) })
  }
}

const http = createServer()
const chats = new WebSocketServer({ server: http, path: '/chat', perMessageDeflate: false })
chats.on('connection', socket => {
  socket.on('error', () => socket.terminate())
  new Conversation(socket)
})
http.listen({ port: 0, host: '127.0.0.1', backlog: 4096 }, () =>
  console.log(`peer on http://127.0.0.1:${http.address().port}/`))
