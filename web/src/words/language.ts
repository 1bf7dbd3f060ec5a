// The language a person reads the desk in, and the digits and the light they chose. Kept on this machine only.
import { computed, effect, signal } from '@preact/signals';

export type Language = 'en' | 'ar';
export type Digits = 'latn' | 'arab';
export type Light = 'system' | 'light' | 'dark';

const choice = <T extends string>(name: string, of: readonly T[], first: T): T => {
  const kept = read(name);
  return of.includes(kept as T) ? (kept as T) : first;
};

function read(name: string): string | null {
  try {
    return window.localStorage.getItem(`sitrep.${name}`);
  } catch {
    return null; // Storage can be forbidden; the choice then lasts as long as the page.
  }
}

function keep(name: string, value: string): void {
  try {
    window.localStorage.setItem(`sitrep.${name}`, value);
  } catch {
    return; // as above
  }
}

const ofBrowser: Language = typeof navigator !== 'undefined' && navigator.language.startsWith('ar') ? 'ar' : 'en';

export const language = signal<Language>(choice('language', ['en', 'ar'], ofBrowser));
export const digits = signal<Digits>(choice('digits', ['latn', 'arab'], 'latn'));
export const light = signal<Light>(choice('light', ['system', 'light', 'dark'], 'system'));

const dark = typeof window !== 'undefined' && window.matchMedia ? window.matchMedia('(prefers-color-scheme: dark)') : null;
const systemIsDark = signal(dark?.matches ?? false);
dark?.addEventListener('change', () => (systemIsDark.value = dark.matches));

/** The light the page stands in now: the person's choice, or the system's where they left it to that. */
export const look = computed<'light' | 'dark'>(() => (light.value === 'system' ? (systemIsDark.value ? 'dark' : 'light') : light.value));

/** The locale for numbers and dates: months in Arabic are the Levant's (شباط), in English day before month. */
export function locale(): string {
  return language.value === 'ar' ? `ar-SY-u-nu-${digits.value}` : 'en-GB';
}

export function direction(): 'ltr' | 'rtl' {
  return language.value === 'ar' ? 'rtl' : 'ltr';
}

export function applyToPage(page: HTMLElement): void {
  effect(() => {
    page.lang = language.value;
    page.dir = direction();
    page.dataset.light = look.value;
    keep('language', language.value);
    keep('digits', digits.value);
    keep('light', light.value);
  });
}
