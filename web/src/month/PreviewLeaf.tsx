// The situation report as it would be released, with the foreword one may write. It stands in a frame of its own that runs nothing.
import { useEffect, useState } from 'preact/hooks';
import { address, call, fetchFile, Refused } from '../api/client';
import type { Month } from '../api/contract';
import { Button } from '../design/Button';
import { Select, TextArea } from '../design/Field';
import { ProblemNotice, problemWords, Waiting } from '../design/Notice';
import { tell } from '../design/Toast';
import { mayEdit } from '../session/session';
import { language, type Language } from '../words/language';
import { t } from '../words/words';

export function PreviewLeaf({ month, onChanged }: { month: Month; onChanged: (month: Month) => void }) {
  const [lang, setLang] = useState<Language>(language.value);
  const [writing, setWriting] = useState(false);
  const query = { lang, format: 'html' as const, ...(month.area ? { area: month.area } : {}) };
  const state = useReport(month.month, query);
  return (
    <section class="leaf-page leaf-preview" aria-label={t('month.preview')}>
      <div class="filters">
        <Select label={t('month.report_language')} value={lang} onChange={(value) => setLang(value as Language)} options={[{ value: 'en', label: 'English' }, { value: 'ar', label: 'العربية' }]} />
        {mayEdit() && <Button expanded={writing} onClick={() => setWriting(!writing)}>{t('month.foreword')}</Button>}
        <a class="button button-plain" target="_blank" rel="noopener" href={state.url}>{t('month.preview_alone')}</a>
      </div>
      {writing && <Foreword month={month} onSaved={(saved) => { setWriting(false); onChanged(saved); state.reload(); }} />}
      {state.problem && <ProblemNotice problem={state.problem} onRetry={state.reload} />}
      {state.problem?.status === 409 && <p><a href={`/month/${month.month}?leaf=gate`}>{t('month.to_gate')}</a></p>}
      {!state.problem && !state.ready && <Waiting words={t('month.preview_waits')} />}
      {state.ready && <iframe key={state.turn} class="preview" title={t('month.preview')} sandbox="" src={state.url} />}
    </section>
  );
}

/** Asks once whether the gate lets it through, so that a refusal is told in words and not inside the frame. */
function useReport(month: string, query: { lang: Language; format: 'html'; area?: string }) {
  const url = address('/months/{month}/report', { month }, query);
  const [turn, setTurn] = useState(0);
  const [state, setState] = useState<{ ready: boolean; problem: Refused | null }>({ ready: false, problem: null });
  useEffect(() => {
    const stop = new AbortController();
    setState({ ready: false, problem: null });
    fetchFile('GET /months/{month}/report', { path: { month }, query, signal: stop.signal })
      .then(() => setState({ ready: true, problem: null }))
      .catch((reason: unknown) => {
        if (stop.signal.aborted) return;
        if (!(reason instanceof Refused)) throw reason;
        setState({ ready: false, problem: reason });
      });
    return () => stop.abort();
  }, [url, turn]);
  return { ...state, url, turn, reload: () => setTurn(turn + 1) };
}

function Foreword({ month, onSaved }: { month: Month; onSaved: (month: Month) => void }) {
  const [english, setEnglish] = useState(month.foreword_en);
  const [arabic, setArabic] = useState(month.foreword_ar);
  const save = async () => {
    try {
      onSaved(await call('PATCH /months/{month}', { path: { month: month.month }, body: { foreword_en: english, foreword_ar: arabic } }));
      tell(t('month.foreword_saved'));
    } catch (reason) {
      if (!(reason instanceof Refused)) throw reason;
      tell(problemWords(reason), { tone: 'bad' });
    }
  };
  return (
    <form class="stack foreword" onSubmit={(event) => { event.preventDefault(); void save(); }}>
      <TextArea label={t('month.foreword_en')} hint={t('month.foreword_hint')} value={english} onInput={setEnglish} rows={4} maxLength={4000} />
      <TextArea label={t('month.foreword_ar')} value={arabic} onInput={setArabic} rows={4} maxLength={4000} />
      <p><Button look="main" type="submit">{t('action.save')}</Button></p>
    </form>
  );
}
