// A page in a frame, as narrow, as dark and as much without scripts as one likes, as if it had never been opened before.
async function opened(address, { width = 1000, height = 900, scheme = "light", scripts = true, again = false } = {}) {
  if (!again) sessionStorage.clear();
  document.querySelector("iframe")?.remove();
  const frame = document.createElement("iframe");
  frame.sandbox = "allow-same-origin" + (scripts ? " allow-scripts" : "");
  frame.style = `width: ${width}px; height: ${height}px; border: 0; color-scheme: ${scheme}`;
  frame.src = address;
  const loaded = new Promise((resolve) => frame.addEventListener("load", resolve));
  document.body.append(frame);
  await loaded;
  frame.contentWindow.focus();
  return frame.contentWindow;
}
