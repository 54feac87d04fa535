/**
 * One run of a service, from plan and patient records to result: what a program embeds and the command line calls.
 */
package uk.rubric.service;
