// What the filters show as a file: it goes through the gate like everything that leaves the desk.
import { useState } from 'preact/hooks';
import { fetchFile } from '../api/client';
import { saveFile } from '../design/saveFile';
import { Button } from '../design/Button';
import { problemWords } from '../design/Notice';
import { tell } from '../design/Toast';
import { t } from '../words/words';
import type { Filters } from './filters';

export function ExportButton({ filters }: { filters: Filters }) {
  const [busy, setBusy] = useState(false);
  const save = async (format: 'csv' | 'geojson') => {
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
    <span class="row" role="group" aria-label={t('export.label')}>
      <Button icon="download" disabled={busy} onClick={() => void save('csv')}>CSV</Button>
      <Button icon="download" disabled={busy} onClick={() => void save('geojson')}>GeoJSON</Button>
    </span>
  );
}
