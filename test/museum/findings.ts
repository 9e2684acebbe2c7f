/**
 * What the museum's own declarations leave to find, by severity, rule and subject. Every line was judged by hand against what the museum has on
 * purpose: a line more or less is a change of what purposelint says about a real Mautic.
 */

/** On every version. */
export const EVERYWHERE: readonly string[] = [
  // Sensitive data, and no field holds the explicit yes.
  'error basis-mismatch contact_field:accessibility_needs',
  'error basis-mismatch contact_field:diet',
  'error basis-mismatch contact_field:religion',
  'error basis-mismatch form_field:Volunteer application/health',
  'error basis-mismatch tag:wheelchair',
  // Terms, notice and newsletter in one tick, which nobody can leave out.
  'error consent-bundled form_field:Quiz of the year/all_in_one',
  // The default of the field is yes.
  'error consent-by-default contact_field:profiling_consent',
  'error consent-forced form_field:Quiz of the year/all_in_one',
  // Groups of boxes that come with a default.
  'error consent-not-refusable form_field:Iscrizione soci/marketing',
  'error consent-not-refusable form_field:Kiosk in the entrance hall/nl',
  // A choice that comes with yes.
  'error consent-preticked form_field:Event registration/photo',
  // Questions of other purposes, or more than usual: a film at a gift, a postcode at the kiosk, a mobile number in the membership.
  'warn form-overask form:Donation',
  'warn form-overask form:Download gate',
  'warn form-overask form:Iscrizione soci',
  'warn form-overask form:Kiosk in the entrance hall',
  'warn form-overask form:Quiz of the year',
  'warn form-overask form:School visit request',
  // No link to the notice in the form, nor on the landing page or bar that shows it.
  'error no-notice form:Kiosk in the entrance hall',
  'error no-notice page:event',
  'error password-stored form_field:Download gate/secret_word',
  'error public-writable contact_field:favourite_film',
  'error public-writable contact_field:interests',
  'error public-writable contact_field:last_campaign_source',
  'error public-writable contact_field:member_tier',
  'error public-writable contact_field:newsletter_optin',
  // Compulsory, and nobody can say why.
  'error required-not-needed form_field:Download gate/phone',
  'error required-not-needed form_field:Event registration/gender',
  'error required-not-needed form_field:Iscrizione soci/cellulare',
  'error required-not-needed form_field:School visit request/parent_phone',
  'error required-not-needed form_field:Volunteer application/cv',
  // A title that letters use, and a gender that the booking asks of everybody.
  'error title-gender contact_field:gender',
  'warn title-gender contact_field:title',
  // Forms that give points, of purposes without profiling.
  'error undeclared-score form:Donation',
  'error undeclared-score form:School visit request',
  // Questions without a field, which nobody can explain.
  'warn why-when-missing form_field:Donation/mapped_object_only',
  'warn why-when-missing form_field:Download gate/secret_word',
  'warn why-when-missing form_field:Quiz of the year/a_label_that_is_far_too_l',
];

/** What is recorded of one version only. */
export const ONLY: Readonly<Record<'5.1.0' | '6.0.8' | '7.0.2', readonly string[]>> = {
  '5.1.0': [
    // The field stores yes first, and 5.1 swaps the answers.
    'error consent-inverted form_field:Iscrizione soci/profilazione',
    // A page view made it.
    'warn undeclared-tag tag:web-tag',
    'warn why-when-missing form_field:Quiz of the year/ekyhs',
    'warn why-when-missing form_field:Quiz of the year/ytpzc',
  ],
  '6.0.8': [
    // The tag without a name, and aliases that Mautic makes up anew in each instance.
    'warn ghost-declaration form_field:Quiz of the year/ekyhs',
    'warn ghost-declaration form_field:Quiz of the year/ytpzc',
    'warn ghost-declaration tag:#60',
    'error no-notice focus_item:Newsletter bar',
    'error no-notice form:Quiz of the year',
    'error no-notice page:welcome',
    'error undeclared-form-field form_field:Quiz of the year/ayerw',
    'error undeclared-form-field form_field:Quiz of the year/jblry',
  ],
  '7.0.2': [
    // The tag without a name, and aliases that Mautic makes up anew in each instance.
    'warn ghost-declaration form_field:Quiz of the year/ekyhs',
    'warn ghost-declaration form_field:Quiz of the year/ytpzc',
    'warn ghost-declaration tag:#60',
    'error no-notice focus_item:Newsletter bar',
    'error no-notice form:Quiz of the year',
    'error no-notice form:Visit rating',
    'error no-notice page:welcome',
    'warn undeclared-category category:form/switched-off',
    'error undeclared-form form:Visit rating',
    'error undeclared-form-field form_field:Quiz of the year/iztmh',
    'error undeclared-form-field form_field:Quiz of the year/yifrn',
    'error undeclared-segment segment:all-evenings',
    'error undeclared-segment segment:both-interests',
  ],
};
