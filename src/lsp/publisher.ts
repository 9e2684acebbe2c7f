/** Sends diagnostics to the editor: only what has changed, and empty lists for what is gone. */
import type { Diagnostic } from 'vscode-languageserver';

export interface Document {
  readonly uri: string;
  /** The version that the editor shows; null: it is not open. */
  readonly version: number | null;
}

export interface Publisher {
  /** The diagnostics of all files; a document that is not among them has none any more. */
  publish(found: readonly { readonly document: Document; readonly diagnostics: readonly Diagnostic[] }[]): void;
}

export type Send = (params: { uri: string; version?: number; diagnostics: Diagnostic[] }) => void;

/** Remembers what the editor has; each call of `publish` names all there is, and what it no longer names is emptied. */
export function publisher(send: Send): Publisher {
  let sent = new Map<string, string>();
  return {
    publish: found => {
      const now = new Map<string, string>();
      for (const { document, diagnostics } of found) {
        const { uri, version } = document;
        const content = JSON.stringify([version, diagnostics]);
        // A file that never had any is not told of.
        if (diagnostics.length === 0 && version === null && !sent.has(uri)) continue;
        now.set(uri, content);
        if (sent.get(uri) === content) continue;
        send({ uri, ...(version === null ? {} : { version }), diagnostics: [...diagnostics] });
      }
      for (const uri of sent.keys()) if (!now.has(uri)) send({ uri, diagnostics: [] });
      sent = new Map([...now].filter(([, content]) => content !== '[null,[]]'));
    },
  };
}
