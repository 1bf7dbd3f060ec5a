// What one does with the incident in hand, each with its key.
import type { Incident } from '../api/contract';
import { Button } from '../design/Button';
import { Tag } from '../design/Tag';
import { mayEdit, mayReview } from '../session/session';
import { label } from '../words/vocabulary';
import { t } from '../words/words';
import type { Asking } from './FirstReading';

interface ActionBarProps {
  incident: Incident;
  busy: boolean;
  canUndo: boolean;
  onAccept: () => void;
  onAsk: (asking: Asking) => void;
  onUndo: () => void;
}

export function ActionBar({ incident, busy, canUndo, onAccept, onAsk, onUndo }: ActionBarProps) {
  return (
    <div class="action-bar">
      <p class="action-state">
        <a href={`/incidents/${incident.id}`} class="id-link">{incident.id}</a>
        <Tag tone={incident.grade === 'confirmed' ? 'good' : 'plain'}>{label('grades', incident.grade)}</Tag>
        {incident.withdrawn ? <Tag tone="bad">{t('incident.withdrawn')}</Tag> : incident.accepted ? <Tag tone="good">{t('incident.accepted')}</Tag> : <Tag tone="doubt">{t('incident.machine')}</Tag>}
        {incident.second_reader.state === 'needed' && <Tag tone="info">{t('second.needed')}</Tag>}
      </p>
      {mayReview() && (
        <div class="action-buttons">
          <Button look="main" icon="check" keys="a" disabled={busy} onClick={onAccept}>{t('review.accept')}</Button>
          <Button keys="m" onClick={() => onAsk({ what: 'merge' })}>{t('review.merge')}{incident.likely_the_same.length > 0 && <span class="count">{incident.likely_the_same.length}</span>}</Button>
          <Button keys="s" disabled={incident.accounts.length < 2} onClick={() => onAsk({ what: 'split' })}>{t('review.split')}</Button>
          {mayEdit() && <Button keys="x" onClick={() => onAsk({ what: 'reject' })}>{t('review.reject')}</Button>}
          <Button icon="undo" keys="z" disabled={!canUndo} onClick={onUndo}>{t('action.undo')}</Button>
        </div>
      )}
    </div>
  );
}
