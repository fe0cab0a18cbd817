import { render } from 'preact';
import { App } from './app.tsx';
import { connect } from './store.ts';
import './styles/theme.css';
import './styles/layout.css';
import './styles/messages.css';
import './styles/blocks.css';
import './styles/forms.css';

const root = document.getElementById('root');
if (root !== null) {
  connect();
  render(<App />, root);
}
