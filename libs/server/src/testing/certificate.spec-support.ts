/**
 * A self-signed certificate for localhost and its key, made once for a hundred years, because Node cannot make one. It is
 * trusted by nobody but the specs that name it:
 * openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 36500 -subj /CN=localhost
 *   -addext subjectAltName=DNS:localhost,IP:127.0.0.1
 */
export const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBmzCCAUGgAwIBAgIUeFvzkd+zIEUjCyvPy595GOQNAmwwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMzE4NTAyMVoYDzIxMjYxMDMw
MTg1MDIxWjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAARSTfeGAQSW8E2bL2s4grieANC73wr/sIKCbDFDVk++AgYkEWZi7j91
6sGFP1nuNuEK6SaPYZ7NxNTw/KzipoIDo28wbTAdBgNVHQ4EFgQU/QHy5S5g+Nmd
+CFfaGezH0FIZaMwHwYDVR0jBBgwFoAU/QHy5S5g+Nmd+CFfaGezH0FIZaMwDwYD
VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI
zj0EAwIDSAAwRQIgaQsO/hIwpJsrl0pFXU2l24JzwD9fpqz0oMMfIlfIzrACIQDz
TL5f1JFuecDSb5TDvy2DOyk1eBr8oeeEnHvFes7cOA==
-----END CERTIFICATE-----`;

export const CERTIFICATE_KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgRSzQaFhb0DurvRIp
KDTDhpLrEyoyW+pK/k2Tcex9y0qhRANCAARSTfeGAQSW8E2bL2s4grieANC73wr/
sIKCbDFDVk++AgYkEWZi7j916sGFP1nuNuEK6SaPYZ7NxNTw/KzipoID
-----END PRIVATE KEY-----`;
