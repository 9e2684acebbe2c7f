// The way to Mautic, for all pages.

/** A page, or a part of one that counts as a page. */
export interface View {
  page_title: string;
  page_url: string;
}

declare global {
  interface Window {
    /** Only there once the visitor has agreed. */
    mt?: (action: 'send', what: 'pageview', data?: object) => void;
  }
}

export function tellView(view: View): void {
  window.mt?.('send', 'pageview', view);
}
