// A report as it was received, with every span of evidence marked by field. Arabic reads from the right whatever the interface does.
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { ReportText as Report } from '../api/contract';
import { valueWords } from '../incident/fieldWords';
import { t, tCode } from '../words/words';
import { foremost, marksOf, paragraphs, titlePieces, type FieldOfSpan, type Piece } from './spans';

interface ReportTextProps {
  report: Report;
  /** The incident whose evidence stands out; null marks all alike. */
  incident: string | null;
  active?: FieldOfSpan | null;
  onField?: (field: FieldOfSpan) => void;
}

export function ReportText({ report, incident, active = null, onField }: ReportTextProps) {
  const box = useRef<HTMLElement>(null);
  const marks = useMemo(() => marksOf(report.accounts, incident), [report, incident]);
  const title = useMemo(() => titlePieces(report.document, report.text_start, marks), [report, marks]);
  const body = useMemo(() => paragraphs(report.document, report.text_start, marks), [report, marks]);

  useEffect(() => {
    const first = box.current?.querySelector('mark[data-own]');
    first?.scrollIntoView({ block: 'center' });
  }, [report.id, incident]);
  useEffect(() => {
    if (!active) return;
    box.current?.querySelector(`mark[data-own][data-field="${active}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const draw = (list: readonly Piece[]) => list.map((piece, i) => <PieceView key={i} piece={piece} active={active} onField={onField} />);
  return (
    <article ref={box} class="report-text" dir={report.direction} lang={report.language} aria-label={t('report.text')} tabIndex={0}>
      {title.length > 0 && <h2>{draw(title)}</h2>}
      {body.map((paragraph) => <p key={paragraph.start}>{draw(paragraph.pieces)}</p>)}
    </article>
  );
}

function PieceView({ piece, active, onField }: { piece: Piece; active: FieldOfSpan | null; onField: ((field: FieldOfSpan) => void) | undefined }) {
  const mark = foremost(piece, active);
  if (!mark) return <>{piece.text}</>;
  const isSentence = piece.marks.some((one) => one.own && one.field === 'evidence');
  const name = tCode('field', mark.field);
  return (
    <mark data-field={mark.field} data-own={mark.own ? '' : undefined} data-active={mark.own && mark.field === active ? '' : undefined}
      data-sentence={isSentence ? '' : undefined} title={mark.value && mark.field !== 'evidence' ? `${name}: ${mark.value === 'not resolved' ? t('value.unknown') : valueWords(mark.field, mark.value)}` : name}
      onClick={onField && mark.own ? () => onField(mark.field) : undefined}>
      {piece.text}
    </mark>
  );
}
