import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WeakList } from '../../src/js/capture/weak-list.js';

test('what is alive is in the list, in the order in which it was added', () => {
  const list = new WeakList();
  const items = Array.from({ length: 100 }, (_, number) => ({ number }));
  for (const item of items) list.add(item);
  assert.deepEqual(list.items, items);
});

test('to add to a list is to look at what is in it twice at the most', (context) => {
  const deref = context.mock.method(WeakRef.prototype, 'deref');
  const list = new WeakList();
  const items = Array.from({ length: 10_000 }, () => ({}));
  for (const item of items) list.add(item);
  assert.ok(deref.mock.callCount() < 2 * items.length, `${deref.mock.callCount()} looks`);
});

test('what is gone leaves the list', (context) => {
  const list = new WeakList();
  const items = Array.from({ length: 1_000 }, () => ({}));
  for (const item of items) list.add(item);
  const gone = new Set(items.slice(10));
  const { deref } = WeakRef.prototype;
  const looks = context.mock.method(WeakRef.prototype, 'deref', function () {
    const item = deref.call(this);
    return gone.has(item) ? undefined : item;
  });
  assert.deepEqual(list.items, items.slice(0, 10));
  const more = Array.from({ length: 2_000 }, () => ({}));
  for (const item of more) list.add(item);
  looks.mock.resetCalls();
  assert.equal(list.items.length, 2_010);
  assert.ok(looks.mock.callCount() < 2_100, `${looks.mock.callCount()} are in the list`);
});
