/** What is no API: redirects, Mautic's own pages, the web server's own answers. */
import { type Answer, answer } from './answer.js';
import type { Data } from './data.js';

const PAGE = 'text/html; charset=UTF-8';

/** The web server itself, not Mautic: a wrong address, or no URL rewriting. */
export const NOT_HERE = answer(404, '<html><body>Not here</body></html>', { type: PAGE });

/** A redirect as the framework writes it. */
export function redirect(data: Data, status: number, location: string): Answer {
  const body = `<!DOCTYPE html>
<html>
    <head>
        <meta charset="UTF-8" />
        <meta http-equiv="refresh" content="0;url='${location}'" />

        <title>Redirecting to ${location}</title>
    </head>
    <body>
        Redirecting to <a href="${location}">${location}</a>.
    </body>
</html>`;
  return answer(status, body, { type: data.major < 6 ? PAGE : 'text/html; charset=utf-8', headers: { location } });
}

/** A page of the site as recorded. */
export function page(data: Data, path: string, status: number, setting?: string): Answer {
  return answer(status, data.page(path, setting) ?? '<!DOCTYPE html><title>Mautic</title>', { type: PAGE, from: 'recording' });
}

/** Paths outside the API; `site` is the address the site believes to have. */
export function outside(data: Data, path: string, site: string): Answer {
  if (path === '/' || path === '/installer') return redirect(data, 302, '/s/dashboard');
  if (path.startsWith('/s/') && path !== '/s/login') return redirect(data, 302, `${data.major < 6 ? site : ''}/s/login`);
  if (path === '/s/login') return loginPage();
  if (path === '/mtc.js') return answer(200, '/* tracking script */', { type: 'application/javascript', from: 'recording' });
  if (/^\/api\b/iu.test(path)) return page(data, '/API/tags', data.major === 6 ? 500 : 404);
  return page(data, '/nosuchpage', 404);
}

/** The log-in form in the screens of Mautic. */
export function loginPage(): Answer {
  const body = `<!DOCTYPE html>
<html>
    <head>
        <meta charset="UTF-8" />
        <title>Mautic</title>
    </head>
    <body>
        <div class="panel panel-default">
            <form class="form-group login-form" name="login" data-toggle="ajax" role="form" action="/s/login_check" method="post">
                <input type="text" id="username" name="_username" class="form-control input-lg" placeholder="Username" />
                <input type="password" id="password" name="_password" class="form-control input-lg" placeholder="Password" />
                <button class="btn btn-lg btn-primary btn-block" type="submit">login</button>
            </form>
        </div>
    </body>
</html>`;
  return answer(200, body, { type: PAGE });
}
