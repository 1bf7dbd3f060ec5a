// The review: four leaves of one job, from the first reading to the readers' agreement.
import { route } from '../app/route';
import { desk } from '../api/events';
import { Page } from '../design/Page';
import { Tabs } from '../design/Tabs';
import { number } from '../words/values';
import { t } from '../words/words';
import { AgreementLeaf } from './AgreementLeaf';
import { FirstReading } from './FirstReading';
import { PairsLeaf } from './PairsLeaf';
import { SecondReading } from './SecondReading';

export function ReviewPage() {
  const leaf = route.value.query.get('leaf') ?? 'first';
  const counts = desk.value?.counts;
  const count = (value: number | undefined) => (value ? number(value) : undefined);
  return (
    <Page title={t('nav.review')} fills aside={
      <Tabs label={t('review.leaves')} open={leaf} tabs={[
        { id: 'first', label: t('review.first'), href: '/review', count: count(counts?.queue) },
        { id: 'pairs', label: t('review.pairs'), href: '/review?leaf=pairs', count: count(counts?.proposals) },
        { id: 'second', label: t('review.second'), href: '/review?leaf=second', count: count(counts?.second) },
        { id: 'agreement', label: t('review.agreement'), href: '/review?leaf=agreement' },
      ]} />
    }>
      {leaf === 'pairs' ? <PairsLeaf /> : leaf === 'second' ? <SecondReading /> : leaf === 'agreement' ? <AgreementLeaf /> : <FirstReading />}
    </Page>
  );
}
