// Short marks beside a thing: a state, a grade, a language. The words carry the meaning, the tint only helps the eye.
import type { ComponentChildren } from 'preact';

export type Tone = 'plain' | 'good' | 'doubt' | 'bad' | 'info';

export function Tag({ tone = 'plain', children, title }: { tone?: Tone; children: ComponentChildren; title?: string }) {
  return <span class={`tag tag-${tone}`} title={title}>{children}</span>;
}
