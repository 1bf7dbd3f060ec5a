import { describe, expect, it } from 'vitest';
import { chordOf } from '../src/keys/chord';
import { Keymap, type Binding } from '../src/keys/keymap';

const pressed = (key: string, more: Partial<KeyboardEventInit> = {}) => new KeyboardEvent('keydown', { key, ...more });

function heard() {
  const log: string[] = [];
  const binding = (keys: string, more: Partial<Binding> = {}): Binding => ({ keys, word: 'keys.next', run: () => log.push(keys), ...more });
  return { log, binding };
}

describe('a key press', () => {
  it('is the same letter on an Arabic keyboard, by the place of the key', () => {
    expect(chordOf({ ...flat, key: 'ش', code: 'KeyA' })).toBe('a');
    expect(chordOf({ ...flat, key: '١', code: 'Digit1' })).toBe('1');
    expect(chordOf({ ...flat, key: '؟', code: 'Slash', shiftKey: true })).toBe('?');
  });
  it('names what is held down, but not twice', () => {
    expect(chordOf({ ...flat, key: 'Enter', code: 'Enter', ctrlKey: true })).toBe('Ctrl+Enter');
    expect(chordOf({ ...flat, key: 'A', code: 'KeyA', shiftKey: true })).toBe('Shift+a');
    expect(chordOf({ ...flat, key: '?', code: 'Slash', shiftKey: true })).toBe('?');
    expect(chordOf({ ...flat, key: 'Shift', code: 'ShiftLeft', shiftKey: true })).toBeNull();
  });
});

const flat = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

describe('the map of keys', () => {
  it('hears the topmost layer first', () => {
    const map = new Keymap();
    const { log, binding } = heard();
    map.add({ word: 'keys.everywhere', bindings: [binding('a', { run: () => log.push('below') })] });
    const off = map.add({ word: 'keys.review', bindings: [binding('a')] });

    map.press(pressed('a'), 0);
    off();
    map.press(pressed('a'), 1);

    expect(log).toEqual(['a', 'below']);
  });

  it('shuts off what lies under a dialog', () => {
    const map = new Keymap();
    const { log, binding } = heard();
    map.add({ word: 'keys.review', bindings: [binding('a')] });
    map.add({ word: 'keys.dialog', bindings: [binding('Escape')], shuts: true });

    expect(map.press(pressed('a'), 0)).toBe(false);
    expect(map.press(pressed('Escape'), 0)).toBe(true);
    expect(log).toEqual(['Escape']);
  });

  it('takes two keys after each other, but not when the second comes late', () => {
    const map = new Keymap();
    const { log, binding } = heard();
    map.add({ word: 'keys.everywhere', bindings: [binding('g i'), binding('i')] });

    map.press(pressed('g'), 0);
    map.press(pressed('i'), 400);
    map.press(pressed('g'), 1000);
    map.press(pressed('i'), 9000);

    expect(log).toEqual(['g i', 'i']);
  });

  it('leaves Enter to the button that has the focus, and arrows to a text that scrolls', () => {
    const map = new Keymap();
    const { log, binding } = heard();
    map.add({ word: 'keys.review', bindings: [binding('Enter'), binding('ArrowDown'), binding('a')] });
    const button = document.body.appendChild(document.createElement('button'));
    button.addEventListener('keydown', (event) => map.press(event, 0));

    for (const key of ['Enter', 'ArrowDown', 'a']) button.dispatchEvent(pressed(key));
    map.press(pressed('Enter'), 0);

    expect(log).toEqual(['a', 'Enter']);
  });

  it('leaves letters to the text that is being typed', () => {
    const map = new Keymap();
    const { log, binding } = heard();
    map.add({ word: 'keys.review', bindings: [binding('a'), binding('Ctrl+Enter', { whileTyping: true })] });
    const box = document.body.appendChild(document.createElement('textarea'));
    const inBox = (event: KeyboardEvent) => {
      box.addEventListener('keydown', (told) => map.press(told, 0), { once: true });
      box.dispatchEvent(event);
    };

    inBox(pressed('a'));
    inBox(pressed('Enter', { ctrlKey: true }));

    expect(log).toEqual(['Ctrl+Enter']);
  });
});
