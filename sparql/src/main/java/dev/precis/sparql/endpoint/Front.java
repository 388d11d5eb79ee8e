package dev.precis.sparql.endpoint;

import dev.precis.sparql.site.Site;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;

/** Decides who answers: queries go on to Fuseki, everything else is answered here. Nothing that writes goes on. */
final class Front extends HttpFilter {
    private static final String SPARQL = "sparql";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final Site site;
    private final SiteAnswer answer;

    Front(Site site) {
        this.site = site;
        this.answer = new SiteAnswer(site);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Fields.secure(response);
        Fields.openToOtherSites(response);
        String path = path(request);
        boolean sparql = path.equals(SPARQL);
        if (request.getMethod().equals("OPTIONS")) {
            Fields.preflight(response, allowed(sparql));
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else if (sparql && request.getMethod().equals("POST")) {
            post(request, response, chain);
        } else if (!READING.contains(request.getMethod())) {
            response.setHeader("Allow", allowed(sparql));
            Fields.text(response, HttpServletResponse.SC_METHOD_NOT_ALLOWED, "Nothing can be changed here.");
        } else if (sparql && request.getQueryString() != null) {
            query(request, response, chain);
        } else {
            answer.send(path, request, response);
        }
    }

    /** What follows the base, undecoded; the path of the base itself may have been taken off by a proxy. */
    private String path(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith(site.basePath()) ? path.substring(site.basePath().length()) : path.substring(1);
    }

    private static String allowed(boolean sparql) {
        return sparql ? "GET, HEAD, POST, OPTIONS" : "GET, HEAD, OPTIONS";
    }

    /** SPARQL 1.1 Protocol section 2.1.1. */
    private static void query(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getParameter("query") == null) {
            Fields.text(response, HttpServletResponse.SC_BAD_REQUEST, "The parameter query is missing.");
        } else {
            chain.doFilter(asGet(request), response);
        }
    }

    /** Fuseki knows no HEAD; the server leaves out the content of whatever answers one. */
    private static HttpServletRequest asGet(HttpServletRequest request) {
        return new HttpServletRequestWrapper(request) {
            @Override
            public String getMethod() {
                return "GET";
            }
        };
    }

    /** SPARQL 1.1 Protocol sections 2.1.2 and 2.1.3; the updates of section 2.2 are refused. */
    private static void post(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String type = mediaType(request);
        if (type.equals("application/sparql-update") || (type.equals(FORM) && request.getParameter("update") != null)) {
            Fields.text(
                    response,
                    HttpServletResponse.SC_FORBIDDEN,
                    "Nothing can be changed here: this endpoint only reads.");
        } else if (type.equals("application/sparql-query")) {
            chain.doFilter(request, response);
        } else if (!type.equals(FORM)) {
            Fields.text(
                    response,
                    HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE,
                    "Send a query as application/sparql-query or in a form.");
        } else if (request.getParameter("query") == null) {
            Fields.text(response, HttpServletResponse.SC_BAD_REQUEST, "The parameter query is missing.");
        } else {
            chain.doFilter(request, response);
        }
    }

    private static String mediaType(HttpServletRequest request) {
        String type = request.getContentType();
        return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
