// What the filters show as a file, in a format of the field: it goes through the gate like everything that leaves the desk.
import { useState } from 'preact/hooks';
import { fetchFile } from '../api/client';
import type { Operations } from '../api/contract';
import { saveFile } from '../design/saveFile';
import { Button } from '../design/Button';
import { Select } from '../design/Field';
import { problemWords } from '../design/Notice';
import { tell } from '../design/Toast';
import { t } from '../words/words';
import type { Filters } from './filters';

type Format = Operations['GET /incidents/export']['query']['format'];
const formats: readonly Format[] = ['csv', 'xlsx', 'geojson', 'kml', 'gpkg', 'acled', 'ged', 'gtd', 'plover', 'hxl', 'atom', 'cap'];

export function ExportButton({ filters }: { filters: Filters }) {
  const [busy, setBusy] = useState(false);
  const [format, setFormat] = useState<Format>('csv');
  const save = async () => {
    setBusy(true);
    try {
      const { blob, fileName } = await fetchFile('GET /incidents/export', { query: { ...filters, format } });
      saveFile(blob, fileName ?? `incidents.${format}`);
    } catch (reason) {
      tell(problemWords(reason), { tone: 'bad' });
    } finally {
      setBusy(false);
    }
  };
  return (
    <span class="row export" role="group" aria-label={t('export.label')}>
      <Select bare label={t('export.format')} value={format} onChange={(value) => setFormat(value as Format)} options={formats.map((one) => ({ value: one, label: t(`export.${one}`) }))} />
      <Button icon="download" disabled={busy} onClick={() => void save()}>{t('export.take')}</Button>
    </span>
  );
}
