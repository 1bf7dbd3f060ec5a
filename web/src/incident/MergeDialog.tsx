// Merging: the incident beside one that may be the same. Likely ones first; any other by its id.
import { useState } from 'preact/hooks';
import { useResource } from '../api/resource';
import type { Incident, Pair } from '../api/contract';
import { Button } from '../design/Button';
import { Dialog } from '../design/Dialog';
import { TextField } from '../design/Field';
import { ProblemNotice, Waiting } from '../design/Notice';
import type { Binding } from '../keys/keymap';
import { t } from '../words/words';
import { CompareTable } from './CompareTable';

export type Verdict = 'same' | 'different' | 'unsure';

interface MergeDialogProps {
  incident: Incident;
  onVerdict: (verdict: Verdict, pair: Pair) => void;
  onClose: () => void;
}

export function MergeDialog({ incident, onVerdict, onClose }: MergeDialogProps) {
  const [other, setOther] = useState(incident.likely_the_same[0] ?? '');
  const [typed, setTyped] = useState('');
  const pair = useResource('GET /review/compare', other ? { query: { a: incident.id, b: other } } : null);
  const decide = (verdict: Verdict) => pair.data && onVerdict(verdict, pair.data);
  const at = incident.likely_the_same.indexOf(other);
  const step = (by: number) => {
    const next = incident.likely_the_same[at + by];
    if (next) setOther(next);
  };
  const keys: Binding[] = [
    { keys: 'm', word: 'merge.same', run: () => decide('same') },
    { keys: 'd', word: 'merge.different', run: () => decide('different') },
    { keys: 'u', word: 'merge.unsure', run: () => decide('unsure') },
    { keys: 'ArrowDown', word: 'keys.next_candidate', run: () => step(1) },
    { keys: 'ArrowUp', word: 'keys.previous_candidate', run: () => step(-1) },
  ];
  return (
    <Dialog title={t('merge.title', { id: incident.id })} wide onClose={onClose} keys={keys} actions={<>
      <Button onClick={() => decide('unsure')} disabled={!pair.data} keys="u">{t('merge.unsure')}</Button>
      <Button onClick={() => decide('different')} disabled={!pair.data} keys="d">{t('merge.different')}</Button>
      <Button look="main" onClick={() => decide('same')} disabled={!pair.data} keys="m">{t('merge.same')}</Button>
    </>}>
      {incident.likely_the_same.length > 0 && (
        <p class="row" role="group" aria-label={t('merge.likely')}>
          <span>{t('merge.likely')}</span>
          {incident.likely_the_same.map((id) => <Button key={id} pressed={id === other} onClick={() => setOther(id)}>{id}</Button>)}
        </p>
      )}
      <form class="row" onSubmit={(event) => { event.preventDefault(); if (/^I?\d+$/i.test(typed.trim())) setOther(`I${typed.trim().replace(/^I/i, '')}`); }}>
        <TextField label={t('merge.other')} hint={t('merge.other_hint')} value={typed} onInput={setTyped} dir="ltr" placeholder="I42" />
        <Button type="submit">{t('merge.show')}</Button>
      </form>
      {pair.problem && <ProblemNotice problem={pair.problem} />}
      {other && !pair.data && !pair.problem && <Waiting />}
      {pair.data && <CompareTable pair={pair.data} />}
    </Dialog>
  );
}
