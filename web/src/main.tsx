// The page begins: style, language, keys, and who is there.
import { render } from 'preact';
import './design/style.css';
import { Refused } from './api/client';
import { App } from './app/App';
import { followLink } from './app/route';
import { ProblemNotice } from './design/Notice';
import { hearKeys } from './keys/keymap';
import { findSession } from './session/session';
import { applyToPage } from './words/language';

applyToPage(document.documentElement);
hearKeys(document);
document.addEventListener('click', followLink);

const place = document.getElementById('desk');
if (place) {
  const begin = () => {
    render(<App />, place);
    findSession().catch((reason: unknown) => {
      if (!(reason instanceof Refused)) throw reason;
      render(<ProblemNotice problem={reason} onRetry={begin} />, place);
    });
  };
  begin();
}
