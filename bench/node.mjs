// Prints how long operations take in Node, of this package and of the floor, and what happens to memory.
import { FinalizedStream, floor } from './floor.js';
import { measure } from './measure.js';
import { operations } from './operations.js';
import { ours } from './ours.js';

const row = (name, ...cells) => console.log(name.padEnd(34), ...cells.map((cell) => String(cell).padStart(9)));
const ns = (number) => number.toFixed(1);

console.log(`Node ${process.version}: ns an operation; the floor is a plain JavaScript class`);
row('', 'ours', 'floor', 'ours/floor');
for (const { name, ...result } of await measure({ ours: operations(ours), floor: operations(floor) })) {
  row(name, ns(result.ours), ns(result.floor), (result.ours / result.floor).toFixed(2));
}

const [{ page, object }] = await measure({
  page: { 'new MediaStream()': (times) => construct(ours.MediaStream, times) },
  object: { 'new MediaStream()': (times) => construct(FinalizedStream, times) },
});
console.log(`\nnew MediaStream(), a finalizer a page of 64: ${ns(page)} ns`);
console.log(`an empty class with a finalizer an object:   ${ns(object)} ns`);

function construct(MediaStream, times) {
  let stream;
  for (let i = 0; i < times; i++) stream = new MediaStream();
  return stream;
}
