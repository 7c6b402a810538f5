import assert from "node:assert/strict";
import { test } from "node:test";
import { Connection } from "../panel/connection.ts";
import type { LineState } from "../panel/connection.ts";
import { FakeWorld } from "./fake_world.ts";

function connected() {
  const world = new FakeWorld();
  const states: LineState[] = [];
  const connection = new Connection(world, {
    opened: () => {},
    frame: () => {},
    lost: () => {},
    changed: (state) => states.push(state),
  });
  connection.open();
  world.socket.opens();
  return { world, connection, states };
}

test("it connects again after 1, 2, 4 … 30 seconds, and after a welcome from 1 again", () => {
  const { world, connection } = connected();
  for (const seconds of [1, 2, 4, 8, 16, 30, 30]) {
    const before = world.sockets.length;
    world.socket.breaks();
    world.passes(seconds * 1000 - 1);
    assert.equal(world.sockets.length, before);
    world.passes(1);
    assert.equal(world.sockets.length, before + 1);
  }
  world.socket.opens();
  connection.welcomed();
  world.socket.breaks();
  world.passes(1000);
  assert.equal(connection.state, "connecting");
});

test("each pause has a random part of up to half", () => {
  const { world } = connected();
  world.chance = 0.999;
  world.socket.breaks();
  world.passes(1400);
  assert.equal(world.sockets.length, 1);
  world.passes(100);
  assert.equal(world.sockets.length, 2);
});

for (const code of [1003, 1007, 4400, 4401]) {
  test(`closed with ${code} it does not come back`, () => {
    const { world, connection } = connected();
    world.socket.breaks(code);
    world.passes(600_000);
    assert.equal(connection.state, "ended");
    assert.equal(world.sockets.length, 1);
  });
}

for (const code of [1001, 1006, 1009, 1011, 1013, 4408]) {
  test(`closed with ${code} it comes back`, () => {
    const { world } = connected();
    world.socket.breaks(code);
    world.passes(1500);
    assert.equal(world.sockets.length, 2);
  });
}

test("replaced by another window, it waits for the visitor", () => {
  const { world, connection } = connected();
  world.socket.breaks(4409);
  world.passes(600_000);
  assert.equal(connection.state, "replaced");
  connection.hurry();
  assert.equal(world.sockets.length, 1);
  connection.open();
  assert.equal(world.sockets.length, 2);
});

test("too fast: it stays away for 30 seconds", () => {
  const { world } = connected();
  world.socket.breaks(4429);
  world.passes(29_999);
  assert.equal(world.sockets.length, 1);
  world.passes(1);
  assert.equal(world.sockets.length, 2);
});

test("no welcome within 10 seconds counts as broken", () => {
  const { world, states } = connected();
  world.passes(10_000);
  assert.deepEqual(states, ["connecting", "waiting"]);
});

test("when the network is back it does not sit out its pause", () => {
  const { world, connection } = connected();
  world.socket.breaks();
  connection.hurry();
  assert.equal(world.sockets.length, 2);
  connection.hurry();
  assert.equal(world.sockets.length, 2);
});

test("a socket that was left says nothing more", () => {
  const { world, connection, states } = connected();
  const old = world.socket;
  connection.close();
  old.breaks();
  world.passes(60_000);
  assert.equal(connection.state, "closed");
  assert.deepEqual(states, ["connecting", "closed"]);
});
