// The inputs: for each property what is required and what is wished for.

const NUMBERS = { width: 1, height: 1, frameRate: 'any', aspectRatio: 'any' };
const TEXTS = {
  facingMode: ['user', 'environment', 'left', 'right'],
  resizeMode: ['none', 'crop-and-scale'],
};
const BEGINNING = { width: { ideal: 1280 } };

/** Fills the form. `changed` is called when somebody changes something. */
export function showForm(form, changed) {
  for (const [name, step] of Object.entries(NUMBERS)) {
    form.append(group(name, ['min', 'max', 'exact', 'ideal'], () => {
      return Object.assign(document.createElement('input'), { type: 'number', min: 0, step, inputMode: 'decimal' });
    }));
  }
  for (const [name, values] of Object.entries(TEXTS)) {
    form.append(group(name, ['exact', 'ideal'], () => {
      const select = document.createElement('select');
      for (const value of ['', ...values]) select.append(new Option(value || 'any', value));
      return select;
    }));
  }
  for (const [name, constraint] of Object.entries(BEGINNING)) {
    for (const [member, value] of Object.entries(constraint)) form.elements[`${name}.${member}`].value = value;
  }
  form.addEventListener('input', changed);
  // Enter has nothing to send.
  form.addEventListener('submit', (event) => event.preventDefault());
}

function group(name, members, createInput) {
  const fieldset = document.createElement('fieldset');
  fieldset.append(Object.assign(document.createElement('legend'), { textContent: name }));
  for (const member of members) {
    const label = document.createElement('label');
    const input = createInput();
    input.name = `${name}.${member}`;
    label.append(member, input);
    fieldset.append(label);
  }
  return fieldset;
}

/** MediaTrackConstraints: what the form says, and nothing of what it leaves open. */
export function readForm(form) {
  const constraints = {};
  for (const { name, type, value } of form.elements) {
    if (!name || value === '') continue;
    const [property, member] = name.split('.');
    (constraints[property] ??= {})[member] = type === 'number' ? Number(value) : value;
  }
  return constraints;
}

export function clearForm(form) {
  for (const input of form.elements) if (input.name) input.value = '';
}

/** The call, as one would write it. */
export function callOf(constraints) {
  const lines = Object.entries(constraints).map(([property, constraint]) => {
    const members = Object.entries(constraint).map(([member, value]) => {
      return `${member}: ${typeof value === 'number' ? value : `'${value}'`}`;
    });
    return `    ${property}: { ${members.join(', ')} },\n`;
  });
  return `getUserMedia({\n  video: ${lines.length ? `{\n${lines.join('')}  }` : 'true'},\n});`;
}
