// The page of the newsletter: the form comes from Mautic; below it, the vote for the film of the summer.
import './mautic.js';

const film = document.querySelector<HTMLInputElement>('#film');

document.querySelector('#vote')?.addEventListener('click', () => {
  window.mt?.('send', 'pageview', { favourite_film: film?.value });
});
