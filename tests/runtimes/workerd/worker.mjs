// What `workerd test` runs.
import { run } from './tests.mjs';

export default {
  test: () => run((outcome) => console.log(outcome)),
};
