// A picture as a camera would give it, drawn on a canvas: hills, a drifting sun, and a clock that shows that it
// is live.

const still = matchMedia('(prefers-reduced-motion: reduce)');

export function startCamera(canvas) {
  const context = canvas.getContext('2d');
  const frame = () => draw(context, canvas, still.matches ? 0 : performance.now() / 1000);
  frame();
  // Not requestAnimationFrame: a camera doesn't stop when nobody looks.
  setInterval(frame, still.matches ? 1000 : 1000 / 15);
  return canvas.captureStream(15).getVideoTracks()[0];
}

function draw(context, { width, height }, time) {
  const sky = context.createLinearGradient(0, 0, 0, height);
  sky.addColorStop(0, '#4b3f8f');
  sky.addColorStop(0.6, '#d9829b');
  sky.addColorStop(1, '#f8c58f');
  context.fillStyle = sky;
  context.fillRect(0, 0, width, height);

  context.fillStyle = '#fff1d6';
  context.beginPath();
  context.arc(width * (0.5 + 0.28 * Math.sin(time / 6)), height * (0.4 + 0.06 * Math.cos(time / 6)), height * 0.15, 0, 7);
  context.fill();

  for (const [level, colour, speed, length] of [
    [0.62, '#8a5a96', 9, 90],
    [0.73, '#5b4283', 16, 70],
    [0.85, '#33295c', 28, 110],
  ]) {
    context.fillStyle = colour;
    context.beginPath();
    context.moveTo(0, height);
    for (let x = 0; x <= width; x += 6) {
      context.lineTo(x, height * level + 14 * Math.sin((x + time * speed) / length) + 6 * Math.sin((x + time * speed) / 31));
    }
    context.lineTo(width, height);
    context.fill();
  }

  context.fillStyle = '#fff';
  context.font = `600 ${height * 0.11}px system-ui, sans-serif`;
  context.textAlign = 'right';
  context.fillText(new Date().toTimeString().slice(0, 8), width - 18, height - 20);
}
