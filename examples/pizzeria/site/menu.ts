// The menu on the front page: each course that people open counts as a page of its own.
import { tellView } from './mautic.js';

for (const course of document.querySelectorAll<HTMLDetailsElement>('#menu details')) {
  course.addEventListener('toggle', () => {
    if (course.open) tellView({ page_title: `Menu: ${course.id}`, page_url: `https://aurora.example/menu/${course.id}` });
  });
}
