// Which key does what, now: screens lay their bindings on top of each other, and the sheet on "?" reads the same list.
import { signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Word } from '../words/words';
import { chordOf } from './chord';

export interface Binding {
  /** One chord, or two pressed after each other: "g i". */
  keys: string;
  word: Word;
  run: () => void;
  /** Other chords that do the same and are not shown on the sheet. */
  also?: readonly string[];
  /** Works while a text is being typed, too. */
  whileTyping?: boolean;
}

export interface Layer {
  word: Word;
  bindings: readonly Binding[];
  /** A dialog: layers below do not hear anything. */
  shuts?: boolean;
}

const sequence_ms_max = 1200;

export class Keymap {
  readonly layers = signal<readonly Layer[]>([]);
  private begun: { chord: string; at: number } | null = null;

  add(layer: Layer): () => void {
    this.layers.value = [...this.layers.value, layer];
    return () => (this.layers.value = this.layers.value.filter((one) => one !== layer));
  }

  /** True when a binding has taken the key. `at` is the time in milliseconds. */
  press(event: KeyboardEvent, at: number): boolean {
    const chord = chordOf(event);
    if (chord === null || belongsToControl(event.target, chord)) return false;
    const typing = isTyping(event.target);
    const begun = this.begun && at - this.begun.at < sequence_ms_max ? this.begun.chord : null;
    this.begun = null;
    const wanted = begun ? [`${begun} ${chord}`, chord] : [chord];
    for (const keys of wanted) {
      const binding = this.find(keys, typing);
      if (binding) {
        binding.run();
        return true;
      }
    }
    if (!typing && this.startsSequence(chord)) {
      this.begun = { chord, at };
      return true;
    }
    return false;
  }

  private find(keys: string, typing: boolean): Binding | null {
    for (const layer of this.heard()) {
      const binding = layer.bindings.find((one) => (one.keys === keys || one.also?.includes(keys)) && (!typing || one.whileTyping));
      if (binding) return binding;
    }
    return null;
  }

  private startsSequence(chord: string): boolean {
    return this.heard().some((layer) => layer.bindings.some((one) => one.keys.startsWith(`${chord} `)));
  }

  /** Topmost first, down to the first layer that shuts off those below. */
  private heard(): Layer[] {
    const downwards = [...this.layers.value].reverse();
    const shut = downwards.findIndex((layer) => layer.shuts);
    return shut < 0 ? downwards : downwards.slice(0, shut + 1);
  }
}

export const keymap = new Keymap();

export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit', 'range', 'file'].includes(target.type);
}

const control_chords: ReadonlySet<string> = new Set(['Enter', 'Space', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End']);

/** What a focused button, link or scrolling text does with a key by itself comes first: Enter presses it, arrows scroll it. */
function belongsToControl(target: EventTarget | null, chord: string): boolean {
  if (!control_chords.has(chord) || !(target instanceof HTMLElement) || target.dataset.keys !== undefined) return false;
  return target.matches('a, button, select, summary, input, textarea, [role="slider"], [tabindex="0"]');
}

export function hearKeys(page: Document): void {
  page.addEventListener('keydown', (event) => {
    if (!event.defaultPrevented && keymap.press(event, event.timeStamp)) event.preventDefault();
  });
}

/** Lays bindings over the screen as long as the component stands. */
export function useKeys(word: Word, bindings: readonly Binding[], options: { shuts?: boolean; on?: boolean } = {}): void {
  const now = useRef(bindings);
  now.current = bindings;
  const names = bindings.map((one) => one.keys).join('\n');
  const on = options.on ?? true;
  useEffect(() => {
    if (!on) return;
    const stable = now.current.map((one, i) => ({ ...one, run: () => now.current[i]?.run() }));
    return keymap.add({ word, bindings: stable, ...(options.shuts ? { shuts: true } : {}) });
  }, [word, names, on, options.shuts]);
}
