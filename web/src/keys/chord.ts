// A key press as a name: "a", "Shift+a", "Ctrl+Enter", "?". The same on an Arabic keyboard, where the letters are read from the key's place.

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

const isLatin = (key: string) => /^[\x21-\x7e]$/.test(key);

export function chordOf(pressed: Pressed): string | null {
  const key = keyName(pressed);
  if (key === null) return null;
  const letter = /^[a-z]$/i.test(key);
  const parts: string[] = [];
  if (pressed.ctrlKey || pressed.metaKey) parts.push('Ctrl');
  if (pressed.altKey) parts.push('Alt');
  // A sign such as "?" already says that Shift is down.
  if (pressed.shiftKey && (letter || key.length > 1)) parts.push('Shift');
  parts.push(letter ? key.toLowerCase() : key);
  return parts.join('+');
}

function keyName(pressed: Pressed): string | null {
  if (['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'Dead', 'Unidentified'].includes(pressed.key)) return null;
  if (pressed.key === ' ') return 'Space';
  if (pressed.key.length > 1 || isLatin(pressed.key)) return pressed.key;
  const byPlace = /^(?:Key([A-Z])|Digit(\d))$/.exec(pressed.code);
  if (byPlace) return (byPlace[1] ?? byPlace[2] ?? '').toLowerCase();
  if (pressed.code === 'Slash') return pressed.shiftKey ? '?' : '/';
  if (pressed.code === 'BracketLeft') return '[';
  if (pressed.code === 'BracketRight') return ']';
  return pressed.key;
}
