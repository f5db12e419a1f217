import { redirect, type AppLoadContext } from '@remix-run/node';
import type { Awaiting } from '#app/domain/identity/awaiting-session.server.ts';
import { appCodeSchema, passkeySchema, recoveryCodeSchema } from '#app/domain/identity/schema.ts';
import {
  showPasskey,
  showRecoveryCode,
  showTotp,
  type SecondFactorResult,
} from '#app/domain/identity/show-second-factor.server.ts';
import { DomainError } from '#app/platform/errors.ts';
import { WHOLE_FORM } from '#app/platform/forms/faults.ts';
import { parseForm, type ParsedForm } from '#app/platform/forms/parse-form.server.ts';
import { keepingText, refuseField, refuseForm } from '#app/platform/forms/refuse-form.server.ts';
import { returnPath } from '#app/platform/forms/return-path.ts';
import { signInPath } from '#app/platform/urls.ts';
import { signedInHeaders } from './look-cookies.server.ts';

type Asked = { context: AppLoadContext; request: Request };

/** The second step of signing in. Which of the page's forms was sent stands in its address, for each has fields of its own. */
export async function showSecondFactor(awaiting: Awaiting, asked: Asked) {
  const { context, request } = asked;
  switch (new URL(request.url).searchParams.get('by') ?? '') {
    case 'app': {
      const form = await parseForm(request, appCodeSchema);
      return answer(form, asked, ['code', 'faults.appCodeWrong'], ({ code }) => showTotp(awaiting, code));
    }
    case 'passkey': {
      const form = await parseForm(request, passkeySchema);
      return answer(form, asked, ['response', 'faults.passkeyRefused'], ({ response }) =>
        showPasskey(awaiting, { response, origin: context.origin }),
      );
    }
    case 'code': {
      const form = await parseForm(request, recoveryCodeSchema);
      return answer(form, asked, ['recoveryCode', 'faults.recoveryCodeWrong'], ({ recoveryCode }) =>
        showRecoveryCode(awaiting, recoveryCode),
      );
    }
    default:
      throw new DomainError('bad-request', 'There is no such second factor');
  }
}

/** What was shown goes back empty: it counts once, or never. */
function answer<Shown>(
  form: ParsedForm<Shown>,
  { context, request }: Asked,
  [field, fault]: [field: string, fault: string],
  show: (shown: Shown) => Promise<SecondFactorResult>,
) {
  return keepingText({}, async () => {
    if (!form.ok) return refuseForm({}, form.faults);
    await context.limit('sign-in');
    const result = await show(form.value);
    if (result.kind === 'too-many') return refuseField({}, WHOLE_FORM, 'faults.tooManyTries', 429);
    if (result.kind === 'refused') return refuseField({}, field, fault);
    const to = returnPath(request);
    if (result.kind === 'ended') throw redirect(signInPath(to), 303);
    const headers = await signedInHeaders(result.session);
    throw redirect(to, { status: 303, headers });
  });
}
