// A key as it is printed on a key cap.
import { t, isWord } from '../words/words';

export function Keys({ of }: { of: string }) {
  return (
    <span class="keys" dir="ltr">
      {of.split(' ').map((chord, i) => (
        <span key={i}>{chord.split('+').map((key) => <kbd key={key}>{cap(key)}</kbd>)}</span>
      ))}
    </span>
  );
}

const arrows: Record<string, string> = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→', Enter: '⏎' };

function cap(key: string): string {
  const word = `key.${key}`;
  if (isWord(word)) return t(word);
  return arrows[key] ?? (key.length === 1 ? key.toUpperCase() : key);
}
