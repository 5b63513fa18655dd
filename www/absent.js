// What a panel says in a host that lacks what it shows.

export function sayAbsent(panel, message) {
  const note = document.createElement('p');
  note.className = 'absent';
  note.textContent = message;
  panel.querySelector('.works').replaceWith(note);
}
