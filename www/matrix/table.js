// The matrix on the page: for every cell a line that opens, with how it went in each half.

import { cells, SCENARIOS } from './cells.js';

export const HALVES = ['native', 'installed'];

/** How a state is said. */
const WORDS = { waiting: '…', running: 'running', holds: 'holds', fails: 'fails', absent: 'not there' };

const make = (name, { className = '', textContent = '', dataset = {} } = {}, ...children) => {
  const element = document.createElement(name);
  if (className) element.className = className;
  if (textContent) element.textContent = textContent;
  Object.assign(element.dataset, dataset);
  element.append(...children);
  return element;
};

/** What a half is called on the page. */
const title = (half) => (half === 'native' ? 'Native' : 'Installed');

export class Table {
  #groups = new Map();
  #lines = new Map();
  #scores = new Map();
  #states = new Map();

  constructor(place) {
    for (const scenario of SCENARIOS) place.append(this.#section(scenario));
  }

  /** Shows how a cell stands in one half. */
  show(cell, half, state, outcome) {
    const { line, marks, records } = this.#lines.get(cell.id);
    const mark = marks[half];
    if (state === 'running' && mark.dataset.state === 'waiting') this.#groups.get(cell.scenario).open = true;
    mark.dataset.state = state;
    mark.lastChild.textContent = WORDS[state];
    this.#states.set(`${cell.id} ${half}`, state);
    const [native, installed] = HALVES.map((each) => this.#states.get(`${cell.id} ${each}`));
    line.classList.toggle('differs', native !== installed);
    if (outcome) records[half].replaceChildren(...this.#record(outcome));
    this.#count(cell.scenario);
  }

  /** How many hold in a half, and of how many: those that are there when the package is installed. */
  score(half, scenario) {
    const counted = cells.filter((cell) => !scenario || cell.scenario === scenario).map(({ id }) => id);
    const there = counted.filter((id) => this.#states.get(`${id} installed`) !== 'absent');
    return { holding: there.filter((id) => this.#states.get(`${id} ${half}`) === 'holds').length, all: there.length };
  }

  #section({ id, title: name, cells: own }) {
    const heading = make('h2', { textContent: name });
    heading.id = `scenario-${id}`;
    heading.prepend(make('span', { className: 'number', textContent: id }));
    const scores = Object.fromEntries(HALVES.map((half) => [half, make('span', { textContent: `of ${own.length}` })]));
    this.#scores.set(id, scores);
    const heads = HALVES.map((half) => make('span', { className: 'head' }, make('span', { textContent: title(half) }), scores[half]));
    const lines = own.map((_, place) => this.#line(cells.find((cell) => cell.id === `${id}.${place + 1}`)));
    // Folded until it is run.
    const group = make('details', { className: 'group' }, make('summary', { className: 'line' }, heading, ...heads), make('ul', {}, ...lines));
    this.#groups.set(id, group);
    const section = make('section', { className: 'scenario' }, group);
    section.setAttribute('aria-labelledby', heading.id);
    return section;
  }

  #line(cell) {
    const marks = {};
    const records = {};
    for (const half of HALVES) {
      const label = make('span', { className: 'unseen', textContent: `${title(half)}: ` });
      marks[half] = make('span', { className: 'mark', dataset: { state: 'waiting' } }, label, make('span', { textContent: WORDS.waiting }));
      records[half] = make('div', {}, make('p', { textContent: 'Not run yet.' }));
    }
    const summary = make('summary', { className: 'line' }, make('span', { className: 'title', textContent: cell.title }), ...HALVES.map((half) => marks[half]));
    const panels = HALVES.map((half) => make('div', { className: 'record' }, make('h3', { textContent: title(half) }), records[half]));
    const details = make('details', { dataset: { id: cell.id } }, summary, make('div', { className: 'records' }, ...panels));
    const line = make('li', {}, details);
    this.#lines.set(cell.id, { line, marks, records });
    return line;
  }

  #record({ state, complaints, log }) {
    if (state === 'absent') return [make('p', { textContent: 'This browser has nothing here that could be tried.' })];
    const what = complaints.map((complaint) => make('li', { textContent: complaint }));
    const events = log.map((entry) => make('li', { textContent: entry }));
    return [
      complaints.length > 0 ? make('ul', { className: 'complaints' }, ...what) : make('p', { textContent: 'As it should be.' }),
      make('ol', { className: 'log' }, ...events),
    ];
  }

  #count(scenario) {
    for (const half of HALVES) {
      const { holding, all } = this.score(half, scenario);
      const score = this.#scores.get(scenario)[half];
      score.textContent = `${holding} of ${all}`;
      score.dataset.complete = String(all > 0 && holding === all);
    }
  }
}
